import fs from 'node:fs';
import path from 'node:path';
import { objectIn, objectOf, type JsonObject } from '../../support/json-value';

/** The parts of the built package that the page shows. */
export interface BuiltPackage {
  readonly dir: string;
  /** config/iparams.json. */
  readonly iparams: JsonObject;
  readonly hasInstallScript: boolean;
  /** Names of the product events that the app subscribes to. */
  readonly handledEvents: readonly string[];
}

function readJson(file: string): JsonObject {
  return objectOf(JSON.parse(fs.readFileSync(file, 'utf8')));
}

function eventsIn(manifest: JsonObject): readonly string[] {
  return Object.entries(objectIn(manifest, 'modules'))
    .filter(([name]) => name !== 'common')
    .flatMap(([, module]) => Object.keys(objectIn(objectOf(module), 'events')));
}

/** Reads a package that the platform has already loaded, so it is complete. */
export function readPackage(dir: string): BuiltPackage {
  return {
    dir,
    iparams: readJson(path.join(dir, 'config/iparams.json')),
    hasInstallScript: fs.existsSync(path.join(dir, 'config/assets/iparams.js')),
    handledEvents: eventsIn(readJson(path.join(dir, 'manifest.json'))),
  };
}
