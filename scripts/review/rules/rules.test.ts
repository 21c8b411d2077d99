import fs from 'node:fs';
import path from 'node:path';
import { createAppPackage } from '../../shared/package/app-package';
import { broken, set, type Breakage } from '../breaking-packages/breakages';
import { BREAKING_PACKAGES } from '../breaking-packages/breaking-packages';
import { findBrokenRules, RULE_FAMILIES } from './find-broken-rules';
import { validPackage } from '../breaking-packages/valid-package';

const CASES = Object.entries(BREAKING_PACKAGES).flatMap(([family, rules]) =>
  Object.entries(rules).flatMap(([name, cases]) =>
    cases.map(([breakage, said]) => ({ rule: `${family}: ${name}`, breakage, said })),
  ),
);

const sentencesAfter = (breakage: Breakage, rule: string): string[] =>
  findBrokenRules(createAppPackage(broken(validPackage(), breakage)), (name) => name === rule).map(
    ({ sentence }) => sentence,
  );

it('has nothing against a valid package', () => {
  expect(findBrokenRules(createAppPackage(validPackage()))).toEqual([]);
});

it.each(CASES)('$rule: says "$said"', ({ rule, breakage, said }) => {
  expect(sentencesAfter(breakage, rule).join('\n')).toContain(said);
});

it('has a broken package for every rule, and no two rules of one name', () => {
  const rules = Object.entries(RULE_FAMILIES).flatMap(([family, all]) =>
    all.map(({ name }) => `${family}: ${name}`),
  );

  expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
});

it.each([
  ['manifest', ['manifest', 'events', 'dependencies']],
  ['iparams', ['iparams']],
  ['requests', ['requests']],
  ['entities', ['entities']],
])('has a rule for every part of the schema of %s', (schema, families) => {
  const text = fs.readFileSync(path.resolve(__dirname, `../schemas/${schema}.json`), 'utf8');
  const named = [...text.matchAll(/"rule": "([^"]+)"/g)].map((match) => match[1] ?? '');
  const known = families.flatMap((family) => RULE_FAMILIES[family] ?? []).map(({ name }) => name);

  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

it('says where, what, and whose rule it is', () => {
  const breakage = set('manifest.json', 'platform-version', '2.3');

  expect(sentencesAfter(breakage, 'manifest: platform version')).toEqual([
    'manifest.json platform-version: has to be "3.0", as text (rule "manifest: platform version" of App SDK 3.0, app manifest; fw-review GN-12L)',
  ]);
});
