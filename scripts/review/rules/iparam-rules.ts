import { parseJson, tableAt, type AppPackage, type Table } from '../../shared/package/app-package';
import { modulesOf } from '../../shared/package/manifest';
import { listTopFunctions } from '../../shared/package/parse-code';
import { findAt, type Finding, type Rule } from './rule';
import { findBySchema, schemaRule } from './schema-rules';

const FILE = 'config/iparams.json';
const SCRIPT = 'config/assets/iparams.js';
const DOCS = 'App SDK 3.0, installation parameters';

/** The problems of one field, one sentence each. */
type FieldCheck = (field: Table, key: string, appPackage: AppPackage) => readonly (string | false)[];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A rule that applies `check` to every field, in addition to the schema's findings under its name. */
function fieldRule(name: string, from: string, check: FieldCheck): Rule {
  const find = (appPackage: AppPackage): Finding[] => {
    const fields = appPackage.json(FILE);
    const checked = Object.keys(fields).flatMap((key) =>
      check(tableAt(fields, key), key, appPackage).flatMap((what) => findAt(`${FILE} ${key}`, what)),
    );
    return [...findBySchema(appPackage, FILE, name), ...checked];
  };
  return { name, from, find };
}

function compiles(pattern: unknown): boolean {
  try {
    return new RegExp(String(pattern)).source !== '';
  } catch {
    return false;
  }
}

const checkRegex: FieldCheck = (field) => {
  const regex = tableAt(field, 'regex');
  const rules = Object.keys(regex).filter((name) => !name.endsWith('-error'));
  const lacksSentence = (name: string): boolean => String(regex[`${name}-error`] ?? '').length < 20;
  return [
    ...rules.map((name) => !compiles(regex[name]) && `regex ${name} is no regular expression`),
    ...rules.map(
      (name) => lacksSentence(name) && `regex ${name} needs ${name}-error, a sentence with the expected form`,
    ),
  ];
};

const checkSecret: FieldCheck = (field, key) => [
  /auth|token|key|secret|password/i.test(key) &&
    field['secure'] !== true &&
    'is named like a credential: secure has to be true',
];

const checkHost: FieldCheck = (field, key) => {
  if (!/domain|host|url/i.test(key)) return [];
  const regex = tableAt(field, 'regex');
  const patterns = Object.keys(regex).filter((name) => !name.endsWith('-error') && compiles(regex[name]));
  const refuses = patterns.some((name) => !new RegExp(String(regex[name])).test('https://api.example.com'));
  return [!refuses && 'is a host: a regex has to refuse http:// and https://'];
};

const checkEvents: FieldCheck = (field, _key, appPackage) => {
  const known = listTopFunctions(appPackage.text(SCRIPT));
  return listOf(field['events'])
    .map((event) => String(tableAt(event)['change']))
    .filter((name) => !known.includes(name))
    .map((name) => `${SCRIPT} has no function ${name} at its top`);
};

const checkModules: FieldCheck = (field, _key, appPackage) => {
  const declared = modulesOf(appPackage).map(([name]) => name);
  return listOf(field['modules'])
    .filter((name) => !declared.includes(String(name)))
    .map((name) => `module ${String(name)} is not in manifest.json`);
};

/** Rules on the install page's fields. */
export const IPARAM_RULES: readonly Rule[] = [
  {
    name: 'settings as one JSON file',
    from: DOCS,
    find: (appPackage) => [
      ...findAt(
        FILE,
        parseJson(appPackage.text(FILE)) === undefined && 'is missing or no JSON; without settings it is {}',
      ),
      ...findAt(
        'config/iparams.html',
        appPackage.has('config/iparams.html') && 'may not stand beside iparams.json',
      ),
    ],
  },
  schemaRule(FILE, 'known attributes', DOCS),
  schemaRule(FILE, 'types and names', DOCS),
  schemaRule(FILE, 'kinds of values', DOCS),
  schemaRule(FILE, 'options and defaults', DOCS),
  fieldRule('patterns with their sentences', `${DOCS}; fw-review IP-06A`, checkRegex),
  fieldRule('secrets are secure', `${DOCS}; fw-review IP-05A`, checkSecret),
  fieldRule('hosts without a scheme', 'fw-review IP-04A', checkHost),
  fieldRule('change functions', `${DOCS}, dynamic installation page`, checkEvents),
  fieldRule('modules of fields', DOCS, checkModules),
];
