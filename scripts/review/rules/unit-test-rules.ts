import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { requiredBy } from '../../shared/package/loaded-files';
import { dependenciesOf } from '../../shared/package/manifest';
import { findAt, findBroken, type Finding, type Rule } from './rule';

const FROM = "FDK 10.1.9, what's new, unit tests";

const SCRIPT = 'fdk-unit-test';
const CONFIG = 'vitest.config.js';
const TOOLS = ['vitest', '@vitest/coverage-v8'];

const scriptIn = (appPackage: AppPackage, file: string): unknown =>
  tableAt(appPackage.json(file), 'scripts')[SCRIPT];

function findScripts(appPackage: AppPackage): Finding[] {
  const commands = ['manifest.json', 'package.json'].map(
    (file) => [file, scriptIn(appPackage, file)] as const,
  );
  const missing = findBroken(
    commands,
    ([, command]) => typeof command !== 'string' || !command.includes('--coverage'),
    ([file]) => ({ where: `${file} scripts.${SCRIPT}`, what: 'has to run the unit tests with --coverage' }),
  );
  const [[, one], [, other]] = commands as [(typeof commands)[number], (typeof commands)[number]];
  return missing.length > 0
    ? missing
    : findAt(`package.json scripts.${SCRIPT}`, one !== other && 'differs from manifest.json');
}

/** What the configuration has to name: where the FDK looks for the figures, and what it measures. */
const CONFIGURED = ['coverage/unit', 'server/**/*.js', "'json'"];

function findConfiguration(appPackage: AppPackage): Finding[] {
  const text = appPackage.text(CONFIG);
  return findBroken(
    CONFIGURED,
    (part) => !text.includes(part),
    (part) => ({ where: CONFIG, what: `has to name ${part}` }),
  );
}

/** Whoever runs the tests installs package.json, and server code needs what manifest.json declares. */
function findPackages(appPackage: AppPackage): Finding[] {
  const declared = dependenciesOf(appPackage);
  const named = tableAt(appPackage.json('package.json'), 'devDependencies');
  const isPinned = (name: string): boolean => /^\d+\.\d+\.\d+$/.test(String(named[name]));
  return [...TOOLS, ...Object.keys(declared)].flatMap((name) =>
    findAt(
      `package.json devDependencies.${name}`,
      (!isPinned(name) && 'needs one exact version: the unit tests run with it') ||
        (name in declared && declared[name] !== named[name] && 'is not the version of manifest.json'),
    ),
  );
}

/** Rules on the unit tests inside the package. */
export const UNIT_TEST_RULES: readonly Rule[] = [
  { name: 'a script that runs them', from: FROM, find: findScripts },
  { name: 'a configuration that measures server code', from: FROM, find: findConfiguration },
  {
    name: 'tests',
    from: FROM,
    find: (appPackage) =>
      findAt('tests/', !appPackage.names.some((name) => /^tests\/.*\.test\.js$/.test(name)) && 'has no test'),
  },
  { name: 'the packages they need', from: FROM, find: findPackages },
  {
    name: 'loaded by nothing of the app',
    from: 'ours: tests are not packed',
    find: (appPackage) =>
      findBroken(
        appPackage.names.filter((name) => name.startsWith('server/') && name.endsWith('.js')),
        (name) => requiredBy(appPackage, name).some((module) => module.startsWith('tests/')),
        (name) => ({ where: name, what: 'requires a file of tests/' }),
      ),
  },
];
