import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { modulesOf } from '../../shared/package/manifest';
import type { Finding, Rule } from './rule';
import { findBySchema, schemaRule } from './schema-rules';

const FILE = 'manifest.json';
const DOCS = 'App SDK 3.0, app manifest';

function findMissingPages(appPackage: AppPackage): Finding[] {
  return modulesOf(appPackage).flatMap(([module, content]) => {
    const locations = tableAt(content, 'location');
    return Object.keys(locations)
      .filter((name) => !appPackage.has(`app/${String(tableAt(locations, name)['url'])}`))
      .map((name) => ({
        where: `${FILE} modules.${module}.location.${name}`,
        what: 'its url is no file of app/',
      }));
  });
}

/** Rules on the content of manifest.json. */
export const MANIFEST_RULES: readonly Rule[] = [
  schemaRule(FILE, 'platform version', `${DOCS}; fw-review GN-12L`),
  schemaRule(FILE, 'known keys', DOCS),
  schemaRule(FILE, 'kinds of values', DOCS),
  schemaRule(FILE, 'a product module', DOCS),
  schemaRule(FILE, 'blocks in their module', DOCS),
  schemaRule(FILE, 'no empty blocks', DOCS),
  {
    name: 'locations',
    from: `${DOCS}, app locations`,
    find: (appPackage) => [...findBySchema(appPackage, FILE, 'locations'), ...findMissingPages(appPackage)],
  },
  schemaRule(FILE, 'engines', 'App SDK 3.0, engine matrix'),
  schemaRule(FILE, 'functions', 'App SDK 3.0, server method invocation'),
];
