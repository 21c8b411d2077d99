import fs from 'node:fs';
import path from 'node:path';

/** The rooms of server/ from top to bottom: a room imports only from rows below its own. */
const ROWS = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'server-rooms.json'), 'utf8'));

const CONTRACT = '^server/page-contract\\.d\\.ts$';

const ALL_ROOMS = ROWS.flatMap(({ rooms }) => rooms).join('|');

const roomsBelow = (index) => ROWS.slice(index + 1).flatMap(({ rooms }) => rooms);

/** `$1` is the room of the importing file. */
const direction = ({ rooms, reason }, index) => ({
  name: `server: ${rooms.join(', ')}`,
  comment: `${reason} Imports lead down: see server-rooms.json.`,
  severity: 'error',
  from: { path: `^server/(${rooms.join('|')})/` },
  to: {
    path: '^server/',
    pathNot: [CONTRACT, `^server/(?:${['$1', ...roomsBelow(index)].join('|')})/`],
  },
});

const NO_OTHER_ROOM = {
  name: 'server: no other room',
  comment: 'Every file of server/ stands in a room of server-rooms.json; without one it has no direction.',
  severity: 'error',
  from: { path: '^server/', pathNot: [CONTRACT, '^server/server\\.js$', `^server/(?:${ALL_ROOMS})/`] },
  to: {},
};

const ONLY_CLIENTS_USE_AXIOS = {
  name: 'server: only clients use axios',
  comment:
    'Only freshdesk/ and injixo/ speak HTTP: there a failed call becomes a value the rest can decide on.',
  severity: 'error',
  from: { path: '^server/', pathNot: '^server/(?:freshdesk|injixo)/' },
  to: { path: '(?:^|/node_modules/)axios(?:/|$)' },
};

const NO_NODE = {
  name: 'server: no Node modules',
  comment: 'The platform offers no Node modules, only the packages that manifest.json declares.',
  severity: 'error',
  from: { path: '^server/' },
  to: { dependencyTypes: ['core'] },
};

const SHIPPED_CODE_ONLY = {
  name: 'server: shipped code only',
  comment:
    'sandbox/, scripts/ and test/ are development tools and are not shipped, and app/ runs in a browser: the server must not know them.',
  severity: 'error',
  from: { path: '^server/' },
  to: { path: '^(?:sandbox|scripts|test|app)/' },
};

const CONTRACT_STANDS_ALONE = {
  name: 'server: the contract of the page stands alone',
  comment:
    'The page compiles page-contract.d.ts with its own settings. What it imported would have to compile there too.',
  severity: 'error',
  from: { path: CONTRACT },
  to: {},
};

/** What server/ may import. */
export const SERVER_RULES = [
  ...ROWS.map(direction),
  NO_OTHER_ROOM,
  ONLY_CLIENTS_USE_AXIOS,
  NO_NODE,
  SHIPPED_CODE_ONLY,
  CONTRACT_STANDS_ALONE,
];
