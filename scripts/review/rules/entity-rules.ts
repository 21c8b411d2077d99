import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { listTexts } from '../../shared/package/parse-code';
import { findBroken, type Finding, type Rule } from './rule';
import { findBySchema, schemaRule } from './schema-rules';

const FILE = 'config/entities.json';
const DOCS = 'App SDK 3.0, entity store';

/** A schema cannot compare values at two places. */
function findDoubledFields(appPackage: AppPackage): Finding[] {
  const entities = appPackage.json(FILE);
  return findBroken(
    Object.keys(entities),
    (entity) => {
      const { fields } = tableAt(entities, entity);
      const names = Array.isArray(fields) ? fields.map((field: unknown) => tableAt(field)['name']) : [];
      return new Set(names).size < names.length;
    },
    (entity) => ({ where: `${FILE} ${entity}`, what: 'names a field twice' }),
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

/** Rules on the entity store's schema, which cannot be changed after publication. */
export const ENTITY_RULES: readonly Rule[] = [
  schemaRule(FILE, 'how many', 'App SDK 3.0, rate limits and constraints'),
  schemaRule(FILE, 'kinds of values', DOCS),
  {
    name: 'entities and their fields',
    from: DOCS,
    find: (appPackage) => [
      ...findBySchema(appPackage, FILE, 'entities and their fields'),
      ...findDoubledFields(appPackage),
    ],
  },
  { name: 'used', from: 'App review, no unused code', find: findUnusedEntities },
];
