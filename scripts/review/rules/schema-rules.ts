import { Ajv, type DefinedError, type ValidateFunction } from 'ajv';
import { parseJson, type AppPackage } from '../../shared/package/app-package';
import entities from '../schemas/entities.json';
import iparams from '../schemas/iparams.json';
import manifest from '../schemas/manifest.json';
import requests from '../schemas/requests.json';
import type { Finding, Rule } from './rule';

/** Additions to JSON Schema: the rule that a part of a schema belongs to, and the sentence for its violation. */
interface Annotation {
  readonly rule?: string;
  readonly says?: string;
  readonly properties?: Readonly<Record<string, Annotation>>;
}

/** The schema of each file that has one. */
const SCHEMAS = {
  'manifest.json': manifest,
  'config/iparams.json': iparams,
  'config/requests.json': requests,
  'config/entities.json': entities,
} as const;

type SchemaFile = keyof typeof SCHEMAS;

// Strict except for types: a schema that is combined with another need not repeat them.
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  $data: true,
  strictTypes: false,
  strictRequired: false,
});
ajv.addVocabulary(['rule', 'says']);

const VALIDATORS = Object.fromEntries(
  Object.entries(SCHEMAS).map(([file, schema]) => [file, ajv.compile(schema)]),
) as Readonly<Record<SchemaFile, ValidateFunction>>;

/** These only summarize what other errors say in detail. */
const SUMMARIES: readonly string[] = ['if', 'propertyNames'];

/** The violated part of the schema; for a missing property, the part that describes it. */
function annotationOf({ keyword, params, parentSchema }: DefinedError): Annotation {
  const part = (parentSchema ?? {}) as Annotation;
  return (keyword === 'required' && part.properties?.[params.missingProperty]) || part;
}

/** The sentence for parts of a schema without one of their own. */
function defaultSentence(error: DefinedError): string {
  if (error.keyword === 'required') return 'is missing';
  if (error.keyword === 'type') return `has to be of type ${error.params.type}`;
  if (error.keyword !== 'enum') return error.message ?? error.keyword;
  const values = error.params.allowedValues.join(', ');
  return error.propertyName === undefined ? `has to be one of ${values}` : `only ${values} may stand here`;
}

function whereOf(file: string, error: DefinedError): string {
  const steps = error.instancePath.split('/').slice(1);
  const key = error.keyword === 'required' ? error.params.missingProperty : error.propertyName;
  const path = [
    ...steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    ...(key ? [key] : []),
  ];
  return `${file} ${path.join('.')}`.trimEnd();
}

/** Violations of the file's schema that concern one rule. */
export function findBySchema(appPackage: AppPackage, file: SchemaFile, rule: string): Finding[] {
  const value = parseJson(appPackage.text(file));
  if (value === undefined || VALIDATORS[file](value)) return [];
  const errors = (VALIDATORS[file].errors ?? []).filter(({ keyword }) => !SUMMARIES.includes(keyword));
  return (errors as DefinedError[]).flatMap((error) => {
    const annotation = annotationOf(error);
    if ((annotation.rule ?? SCHEMAS[file].rule) !== rule) return [];
    return [{ where: whereOf(file, error), what: annotation.says ?? defaultSentence(error) }];
  });
}

/** A rule whose violations the file's schema describes. */
export function schemaRule(file: SchemaFile, name: string, from: string): Rule {
  return { name, from, find: (appPackage) => findBySchema(appPackage, file, name) };
}
