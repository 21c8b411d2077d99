import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEntityDefinitions, type EntityDefinitions } from '../stores/entity-definition';
import { isJsonObject, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { readManifest, type PackageManifest } from './package-manifest';
import { checkTemplates } from '../requests/template-rules';

/** A built package, read from its folder. */
export interface AppPackage {
  readonly dir: string;
  readonly manifest: PackageManifest;
  readonly iparams: JsonObject;
  readonly templates: JsonObject;
  readonly entities: EntityDefinitions;
}

/** An invalid package, with all its problems. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The package cannot be loaded:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

/** Reads manifest.json and config/; adds every fault to `problems`. */
export function readAppPackage(dir: string, limits: Limits, problems: string[]): AppPackage {
  const manifest = readManifest(readJson(dir, 'manifest.json', { problems, isMandatory: true }), problems);
  const iparams = readJson(dir, 'config/iparams.json', { problems, isMandatory: true });
  const templates = readJson(dir, 'config/requests.json', { problems, isMandatory: false });
  const entities = readJson(dir, 'config/entities.json', { problems, isMandatory: false });
  for (const name of manifest.templates.filter((template) => !Object.hasOwn(templates, template))) {
    problems.push(`Request template '${name}' is not defined in config/requests.json`);
  }
  checkTemplates(templates, { iparams, limits, problems });
  return { dir, manifest, iparams, templates, entities: readEntityDefinitions(entities, limits, problems) };
}

function readJson(
  dir: string,
  name: string,
  { problems, isMandatory }: { problems: string[]; isMandatory: boolean },
): JsonObject {
  const path = join(dir, name);
  if (!existsSync(path)) {
    if (isMandatory) problems.push(`${name} is mandatory.`);
    return {};
  }
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isJsonObject(json)) return json;
  } catch {
    // Reported below, as for any other file without an object.
  }
  problems.push(`${name} holds no JSON object`);
  return {};
}
