/** Every room may request the package. */
const PACKAGE_DOOR = '^scripts/build/ensure-package\\.ts$';

/** `npm start` takes its options as every other command does. */
const COMMAND_DOOR = '^scripts/shared/command\\.ts$';

const SANDBOX_LOADS_THE_PACKAGE = {
  name: 'sandbox: nothing from server',
  comment:
    'The sandbox loads the built package as the platform does; with sources from server/ it would test another app.',
  severity: 'error',
  from: { path: '^sandbox/' },
  to: { path: '^server/' },
};

const SANDBOX_KNOWS_NO_SCRIPT = {
  name: 'sandbox: no scripts',
  comment:
    'Scripts use the sandbox, not the other way round. It may ask for the package, build/ensure-package, and read a command’s options, shared/command.',
  severity: 'error',
  from: { path: '^sandbox/' },
  to: { path: '^scripts/', pathNot: [PACKAGE_DOOR, COMMAND_DOOR] },
};

const SCRIPTS_STAND_ALONE = {
  name: 'scripts: rooms stand alone',
  comment:
    'A room of scripts/ knows no other room, so that each can be read and changed alone: what two of them need lies in scripts/shared/. All may ask for the package: build/ensure-package.',
  severity: 'error',
  from: { path: '^scripts/([^/]+)/' },
  to: { path: '^scripts/', pathNot: ['^scripts/(?:$1|shared)/', PACKAGE_DOOR] },
};

const SCRIPTS_WORK_ON_THE_PACKAGE = {
  name: 'scripts: the package, not its sources',
  comment:
    'This room works on the package as it is built; with sources from server/ it would work on another app. Only bench/ and history/ run sources: the bench fills an account with them, the history tries the import without an installation.',
  severity: 'error',
  from: { path: '^scripts/', pathNot: '^scripts/(?:bench|history)/' },
  to: { path: '^server/' },
};

const PACKAGE_TESTS_STAND_ALONE = {
  name: 'test/package: the built package alone',
  comment:
    'These tests go into the package and run where nothing else of this repository is. They load the handlers as they were built.',
  severity: 'error',
  from: { path: '^test/package/' },
  to: { path: '^(?:server|app|sandbox|scripts|test)/', pathNot: '^test/package/' },
};

/** What sandbox/, scripts/ and the tests inside the package may import. */
export const TOOL_RULES = [
  SANDBOX_LOADS_THE_PACKAGE,
  SANDBOX_KNOWS_NO_SCRIPT,
  SCRIPTS_STAND_ALONE,
  SCRIPTS_WORK_ON_THE_PACKAGE,
  PACKAGE_TESTS_STAND_ALONE,
];
