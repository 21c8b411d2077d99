import type { AppPackage } from '../../shared/package/app-package';
import { dependenciesOf } from '../../shared/package/manifest';
import { packageOf, listRequires } from '../../shared/package/parse-code';
import { findBroken, type Finding, type Rule } from './rule';
import { schemaRule } from './schema-rules';

const FROM = 'App SDK 3.0, app manifest; lint rule no-dependency-mismatch';

interface Required {
  readonly from: string;
  readonly package: string;
}

function requiredPackages(appPackage: AppPackage): Required[] {
  return appPackage.names
    .filter((name) => name.startsWith('server/') && name.endsWith('.js'))
    .flatMap((name) => listRequires(appPackage.text(name)).map((specifier) => ({ name, specifier })))
    .filter(({ specifier }) => !specifier.startsWith('.'))
    .map(({ name, specifier }) => ({ from: name, package: packageOf(specifier) }));
}

function findUndeclared(appPackage: AppPackage): Finding[] {
  const declared = Object.keys(dependenciesOf(appPackage));
  return findBroken(
    requiredPackages(appPackage),
    (required) => !declared.includes(required.package),
    (required) => ({
      where: required.from,
      what: `requires ${required.package}, which manifest.json does not declare`,
    }),
  );
}

function findUnused(appPackage: AppPackage): Finding[] {
  const used = requiredPackages(appPackage).map((required) => required.package);
  return findBroken(
    Object.keys(dependenciesOf(appPackage)),
    (name) => !used.includes(name),
    (name) => ({ where: `manifest.json dependencies.${name}`, what: 'is required by no server file' }),
  );
}

/** Rules on the packages that server code uses. */
export const DEPENDENCY_RULES: readonly Rule[] = [
  schemaRule('manifest.json', 'pinned', 'App SDK 3.0, app manifest'),
  { name: 'declared', from: FROM, find: findUndeclared },
  { name: 'used', from: `${FROM}; fw-review CR-05L`, find: findUnused },
];
