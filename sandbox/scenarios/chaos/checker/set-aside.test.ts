import type { ChaosWorld, Silence, UnreadableTicket } from '../world';
import { isSetAside } from './set-aside';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const HOUR = 3_600_000;

/** As much of a world as is looked at: reply 31 on ticket 7, which cannot be read, and reply 32 on ticket 8. */
function worldWith(family: UnreadableTicket['fault']['family'], until = Infinity): ChaosWorld {
  const conversations = new Map([
    [31, { ticketId: 7, receivedOnTicketId: 7 }],
    [32, { ticketId: 8, receivedOnTicketId: 8 }],
    [33, { ticketId: 8, receivedOnTicketId: 7 }],
  ]);
  const fault = { kind: 'status', status: 500, family, ticketId: 7 } as const;
  const world = {
    now: () => NOW,
    unreadable: new Map([[7, { fault, until }]]),
    silences: [],
    sandbox: { freshdesk: { helpdesk: { conversations } }, network: { requests: () => [] } },
  };
  return world as unknown as ChaosWorld;
}

/** A world in which no ticket, or the conversations of none, could be read an hour long, and the app asked for these. */
function silentWorld(family: Silence['family'], asked: readonly Asked[]): ChaosWorld {
  const silences = [{ family, from: NOW - 2 * HOUR, until: NOW - HOUR }];
  return askedWorld({ ...worldWith('view', 0), silences } as ChaosWorld, asked);
}

interface Asked {
  readonly at: number;
  readonly path: string;
}

function askedWorld(world: ChaosWorld, asked: readonly Asked[]): ChaosWorld {
  return {
    ...world,
    sandbox: { ...world.sandbox, network: { requests: () => asked } },
  } as unknown as ChaosWorld;
}

const NAMED = { named: [7] };

it('excuses the replies of a ticket that cannot be read and that the page names', () => {
  const world = worldWith('conversations');
  expect(['reply:31', 'reply:33'].map((id) => isSetAside(world, id, NAMED))).toEqual([true, true]);
});

it('excuses all contacts of a ticket whose own address fails', () => {
  const world = worldWith('view');
  expect(['ticket:7', 'unknown:7', 'reply:31'].map((id) => isSetAside(world, id, NAMED))).toEqual([
    true,
    true,
    true,
  ]);
});

it.each([
  ['the page does not name', 'reply:31', { named: [] }],
  ['the page names instead of another', 'reply:31', { named: [8] }],
  ['can be read although the page names it', 'reply:32', { named: [7, 8] }],
  ['itself can be read, where only its replies cannot', 'ticket:7', NAMED],
  ['Freshdesk does not know', 'reply:99', NAMED],
])('does not excuse a contact of a ticket that %s', (_what, contactId, said) => {
  expect(isSetAside(worldWith('conversations'), contactId, said)).toBe(false);
});

it('excuses nothing once the ticket can be read again, but for the time until it is asked for again', () => {
  const world = worldWith('view', NOW - HOUR);
  expect(isSetAside(world, 'reply:31', NAMED)).toBe(false);
  expect(isSetAside(world, 'reply:31', { ...NAMED, agoMs: HOUR })).toBe(false);
  expect(isSetAside(world, 'reply:31', { ...NAMED, agoMs: HOUR + 1 })).toBe(true);
});

describe('after a time in which Freshdesk gave no ticket', () => {
  const PATH = '/api/v2/tickets/7';
  const inVain = { at: NOW - 2 * HOUR, path: PATH };
  const recent = { ...NAMED, agoMs: HOUR };

  it('excuses what the app asked for last in that time', () => {
    expect(isSetAside(silentWorld('view', [inVain]), 'ticket:7', recent)).toBe(true);
    const conversations = { ...inVain, path: `${PATH}/conversations` };
    expect(isSetAside(silentWorld('conversations', [conversations]), 'reply:31', recent)).toBe(true);
  });

  it.each([
    ['was asked for since', silentWorld('view', [inVain, { at: NOW - HOUR + 1, path: PATH }]), recent],
    ['was never asked for', silentWorld('view', [{ ...inVain, path: '/api/v2/tickets/8' }]), recent],
    ['could be read, where only replies could not', silentWorld('conversations', [inVain]), recent],
    ['the page does not name', silentWorld('view', [inVain]), { named: [8], agoMs: HOUR }],
    ['is missing at the end', silentWorld('view', [inVain]), NAMED],
  ])('does not excuse a ticket that %s', (_what, world, said) => {
    expect(isSetAside(world, 'ticket:7', said)).toBe(false);
  });
});

describe('two hours after a ticket could be read again', () => {
  const PATH = '/api/v2/tickets/7/conversations';
  const world = worldWith('conversations', NOW - 2 * HOUR);
  const recent = { ...NAMED, agoMs: HOUR };

  it('excuses its replies while the app could not ask for it again', () => {
    expect(isSetAside(askedWorld(world, [{ at: NOW - 2 * HOUR, path: PATH }]), 'reply:31', recent)).toBe(
      true,
    );
  });

  it.each([
    ['replies that it asked for since', 'reply:31', NOW - HOUR, recent],
    ['the ticket itself, which could be read', 'ticket:7', NOW - 2 * HOUR, recent],
    ['replies at the end', 'reply:31', NOW - 2 * HOUR, NAMED],
  ])('does not excuse %s', (_what, contactId, at, said) => {
    expect(isSetAside(askedWorld(world, [{ at, path: PATH }]), contactId, said)).toBe(false);
  });
});
