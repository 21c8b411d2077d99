/** Rooms of sandbox/, what each may import besides itself, and why it imports nothing else. */
const ROOMS = [
  {
    room: 'support',
    knows: [],
    reason: 'support/ is what the others are made of: it knows none of them, so that each can use it.',
  },
  {
    room: 'network',
    knows: ['support'],
    reason: 'The network leads to hosts by their names and knows no product.',
  },
  {
    room: 'platform',
    knows: ['network', 'support'],
    reason: 'The platform runs any package: it knows no product, and reaches hosts over the network alone.',
  },
  ...['freshdesk', 'injixo'].map((room) => ({
    room,
    knows: ['support'],
    reason:
      'Freshdesk and injixo know neither each other nor the platform: create-sandbox.ts wires them, as hosts are in the world.',
  })),
  {
    room: 'oracle',
    knows: ['freshdesk/model', 'support'],
    reason:
      'The oracle judges by the past of the helpdesk and the counting table. It sees nothing that carries contacts.',
  },
  {
    room: 'scenarios',
    knows: ['create-sandbox', 'network', 'platform', 'freshdesk', 'injixo', 'oracle', 'support'],
    reason: 'Scenarios run without a browser: the console shows them, and they do not know it.',
  },
  {
    room: 'console',
    knows: ['create-sandbox', 'network', 'platform', 'freshdesk', 'injixo', 'oracle', 'scenarios', 'support'],
    reason: 'start.ts is where the sandbox begins: nothing imports it.',
  },
];

/** Set-ups of tests are beside the code and may import whatever they set up. */
const FIXTURES = '-fixture\\.ts$';

/** What a room of sandbox/ may import. */
export const SANDBOX_RULES = ROOMS.map(({ room, knows, reason }) => ({
  name: `sandbox: ${room}`,
  comment: reason,
  severity: 'error',
  from: { path: `^sandbox/${room}/`, pathNot: FIXTURES },
  to: { path: '^sandbox/', pathNot: `^sandbox/(?:${[room, ...knows].join('|')})(?:/|\\.ts$)` },
}));
