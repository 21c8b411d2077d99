import { parseJson, tableAt, type AppPackage, type Table } from '../../shared/package/app-package';
import { modulesOf } from '../../shared/package/manifest';
import { listTopFunctions } from '../../shared/package/parse-code';
import { findAt, type Finding, type Rule } from './rule';

const FILE = 'config/iparams.json';
const SCRIPT = 'config/assets/iparams.js';
const DOCS = 'App SDK 3.0, installation parameters';

const TYPES = [
  ...['text', 'paragraph', 'dropdown', 'email', 'number', 'phone_number', 'date', 'url'],
  ...['radio', 'checkbox', 'multiselect'],
];
const CHOOSING = ['dropdown', 'radio', 'multiselect'];
const MATCHING = ['text', 'email', 'phone_number', 'url'];
const ATTRIBUTES = [
  ...['display_name', 'type', 'description', 'required', 'secure', 'visible', 'default_value', 'options'],
  ...['regex', 'events', 'modules'],
];

/** What is wrong with one field, a sentence each. */
type FieldCheck = (field: Table, key: string, appPackage: AppPackage) => readonly (string | false)[];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The rule that runs `check` on every field. */
function fieldRule(name: string, from: string, check: FieldCheck): Rule {
  const find = (appPackage: AppPackage): Finding[] => {
    const fields = appPackage.json(FILE);
    return Object.keys(fields).flatMap((key) =>
      check(tableAt(fields, key), key, appPackage).flatMap((what) => findAt(`${FILE} ${key}`, what)),
    );
  };
  return { name, from, find };
}

const checkAttributes: FieldCheck = (field) =>
  Object.keys(field)
    .filter((attribute) => !ATTRIBUTES.includes(attribute))
    .map((attribute) => `attribute ${attribute} is not known on platform 3.0`);

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isTable = (value: unknown): boolean => JSON.stringify(tableAt(value)) === JSON.stringify(value);

/** What each attribute holds where it stands. */
const KINDS: Readonly<Record<string, readonly [is: (value: unknown) => boolean, what: string]>> = {
  description: [isText, 'a text'],
  required: [isFlag, 'true or false'],
  secure: [isFlag, 'true or false'],
  visible: [isFlag, 'true or false'],
  options: [Array.isArray, 'a list'],
  events: [Array.isArray, 'a list'],
  modules: [Array.isArray, 'a list'],
  regex: [isTable, 'an object of patterns'],
};

const checkKinds: FieldCheck = (field) =>
  Object.entries(KINDS)
    .filter(([attribute, [is]]) => attribute in field && !is(field[attribute]))
    .map(([attribute, [, what]]) => `${attribute} has to be ${what}`);

const checkType: FieldCheck = (field, key) => [
  !TYPES.includes(String(field['type'])) && `type ${String(field['type'])} is not one of ${TYPES.join(', ')}`,
  (typeof field['display_name'] !== 'string' || field['display_name'] === '') && 'needs a display_name',
  ATTRIBUTES.includes(key) && 'is named like an attribute, which is reserved',
  key.trim() === '' && 'a field without a name',
];

const checkChoice: FieldCheck = (field) => {
  const options = listOf(field['options']);
  const chosen = Array.isArray(field['default_value']) ? field['default_value'] : [field['default_value']];
  const isMany = field['type'] === 'multiselect';
  return [
    isMany !== Array.isArray(field['default_value']) &&
      `default_value has to be ${isMany ? 'a list' : 'one text'}`,
    options.some((option) => typeof option !== 'string') && 'options have to be texts',
    !chosen.every((value) => options.includes(value)) && 'default_value has to be one of options',
  ];
};

const checkOptions: FieldCheck = (field, key, appPackage) => {
  if (CHOOSING.includes(String(field['type']))) return checkChoice(field, key, appPackage);
  const isUnset = field['type'] === 'checkbox' && typeof field['default_value'] !== 'boolean';
  return [
    'options' in field && 'options are for dropdown, radio and multiselect only',
    isUnset && 'default_value has to be true or false',
  ];
};

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
  const hasNoTwin = (name: string): boolean => String(regex[`${name}-error`] ?? '').length < 20;
  return [
    'regex' in field &&
      !MATCHING.includes(String(field['type'])) &&
      `regex is for ${MATCHING.join(', ')} only`,
    ...rules.map((name) => !compiles(regex[name]) && `regex ${name} is no regular expression`),
    ...rules.map(
      (name) => hasNoTwin(name) && `regex ${name} needs ${name}-error, a sentence with the expected form`,
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
  return listOf(field['events']).flatMap((event) => {
    const { change, ...others } = tableAt(event);
    return [
      Object.keys(others).length > 0 && `only the event change exists, not ${Object.keys(others).join(', ')}`,
      !known.includes(String(change)) && `${SCRIPT} has no function ${String(change)} at its top`,
    ];
  });
};

const checkModules: FieldCheck = (field, _key, appPackage) => {
  const declared = modulesOf(appPackage).map(([name]) => name);
  return listOf(field['modules'])
    .filter((name) => !declared.includes(String(name)))
    .map((name) => `module ${String(name)} is not in manifest.json`);
};

/** The install page's fields. */
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
  fieldRule('known attributes', DOCS, checkAttributes),
  fieldRule('types and names', DOCS, checkType),
  fieldRule('kinds of values', DOCS, checkKinds),
  fieldRule('options and defaults', DOCS, checkOptions),
  fieldRule('patterns with their sentences', `${DOCS}; fw-review IP-06A`, checkRegex),
  fieldRule('secrets are secure', `${DOCS}; fw-review IP-05A`, checkSecret),
  fieldRule('hosts without a scheme', 'fw-review IP-04A', checkHost),
  fieldRule('change functions', `${DOCS}, dynamic installation page`, checkEvents),
  fieldRule('modules of fields', DOCS, checkModules),
];
