import { tableAt, type AppPackage, type Table } from '../../shared/package/app-package';
import { listTexts } from '../../shared/package/parse-code';
import { findAt, findBroken, type Finding, type Rule } from './rule';

const FILE = 'config/entities.json';
const DOCS = 'App SDK 3.0, entity store';

const ENTITIES_MOST = 5;
const FIELDS_MOST = 20;
const TYPES = ['text', 'paragraph', 'integer', 'float', 'datetime', 'boolean', 'enum', 'date'];
const KEYS = ['name', 'label', 'type', 'required', 'filterable', 'choices'];
const NAME = /^[a-z][a-z0-9_]*$/;

const fieldsOf = (entity: Table): readonly Table[] =>
  Array.isArray(entity['fields']) ? entity['fields'].map((field: unknown) => tableAt(field)) : [];

function checkField(field: Table): (string | false)[] {
  const name = String(field['name']);
  const unknown = Object.keys(field).filter((key) => !KEYS.includes(key));
  return [
    !NAME.test(name) && `field ${name}: a name has small letters, digits and _`,
    !TYPES.includes(String(field['type'])) && `field ${name}: type has to be one of ${TYPES.join(', ')}`,
    typeof field['label'] !== 'string' && `field ${name}: needs a label`,
    ...unknown.map((key) => `field ${name}: ${key} is not known`),
    ...['required', 'filterable'].map(
      (key) =>
        key in field && typeof field[key] !== 'boolean' && `field ${name}: ${key} has to be true or false`,
    ),
  ];
}

function checkEntity(name: string, entity: Table): (string | false)[] {
  const fields = fieldsOf(entity);
  const names = fields.map((field) => field['name']);
  return [
    !NAME.test(name) && 'a name has small letters, digits and _',
    fields.length === 0 && 'has no fields',
    fields.length > FIELDS_MOST && `has more than ${FIELDS_MOST} fields`,
    new Set(names).size < names.length && 'names a field twice',
    ...fields.flatMap(checkField),
  ];
}

function findWrongEntities(appPackage: AppPackage): Finding[] {
  const entities = appPackage.json(FILE);
  return Object.keys(entities).flatMap((name) =>
    checkEntity(name, tableAt(entities, name)).flatMap((what) => findAt(`${FILE} ${name}`, what)),
  );
}

function findUnusedEntities(appPackage: AppPackage): Finding[] {
  const texts = appPackage.names
    .filter((name) => /^server\/.*\.js$/.test(name))
    .flatMap((name) => listTexts(appPackage.text(name)));
  return findBroken(
    Object.keys(appPackage.json(FILE)),
    (name) => !texts.includes(name),
    (name) => ({ where: `${FILE} ${name}`, what: 'is named in no server file' }),
  );
}

/** The entity store's schema, which cannot be changed after publication. */
export const ENTITY_RULES: readonly Rule[] = [
  {
    name: 'how many',
    from: 'App SDK 3.0, rate limits and constraints',
    find: (appPackage) =>
      findAt(
        FILE,
        Object.keys(appPackage.json(FILE)).length > ENTITIES_MOST && `more than ${ENTITIES_MOST} entities`,
      ),
  },
  { name: 'entities and their fields', from: DOCS, find: findWrongEntities },
  { name: 'used', from: 'App review, no unused code', find: findUnusedEntities },
];
