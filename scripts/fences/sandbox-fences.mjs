/*
 * The fences inside sandbox/: support → network → platform, and support → freshdesk and injixo → oracle; scenarios over
 * all of these, and the console over everything. ESLint keeps only the last setting of a rule, so each room repeats what
 * the whole sandbox is refused.
 */

const ROOMS = ['support', 'network', 'freshdesk', 'injixo', 'platform', 'oracle', 'scenarios', 'console'];
const WIRING = ['create-sandbox', 'start'];

/** Everything of the sandbox but the room itself and what it may know. */
const allBut = (...known) => {
  const refused = [...ROOMS, ...WIRING].filter((name) => !known.includes(name));
  return `^(?:\\.\\./)+(?:${refused.join('|')})(?:/|$)`;
};

/** Room, what it is refused, and why. */
const FENCES = [
  [
    'support',
    allBut('support'),
    'support/ is what the others are made of: it knows none of them, so that each can use it.',
  ],
  [
    'network',
    allBut('network', 'support'),
    'The network leads to hosts by their names and knows no product.',
  ],
  [
    'platform',
    allBut('platform', 'network', 'support'),
    'The platform runs any package: it knows no product, and reaches hosts over the network alone.',
  ],
  ...['freshdesk', 'injixo'].map((room) => [
    room,
    allBut(room, 'support'),
    'Freshdesk and injixo know neither each other nor the platform: create-sandbox.ts wires them, as hosts are in the world.',
  ]),
  [
    'oracle',
    `${allBut('oracle', 'freshdesk', 'support')}|^(?:\\.\\./)+freshdesk/(?!model/)`,
    'The oracle judges by the helpdesk’s own past and the counting table: it sees freshdesk/model and nothing that carries contacts.',
  ],
  [
    'scenarios',
    allBut(...ROOMS.filter((room) => room !== 'console'), 'create-sandbox'),
    'Scenarios run without a browser: the console shows them, and they do not know it.',
  ],
  [
    'console',
    allBut(...ROOMS, 'create-sandbox'),
    'start.ts is where the sandbox begins; nothing imports it.',
  ],
];

/** The configuration of these fences; `refused` is what nothing in the sandbox may import, `ignores` are the tests. */
export function sandboxFences(refused, ignores) {
  const restrict = (files, others, patterns) => ({
    files,
    ignores: others,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...refused, ...patterns] }],
    },
  });
  return [
    restrict(['sandbox/**/*.ts'], ignores, []),
    ...FENCES.map(([room, regex, message]) =>
      restrict([`sandbox/${room}/**/*.ts`], [...ignores, '**/*-fixture.ts'], [{ regex, message }]),
    ),
  ];
}
