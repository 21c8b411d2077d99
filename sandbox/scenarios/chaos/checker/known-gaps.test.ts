import type { Difference } from '../../../oracle/comparison';
import type { ChaosWorld } from '../world';
import { knownGapOf } from './known-gaps';

const SECOND = 1_781_292_366;

const ALWAYS = [{ from: 0, to: Infinity }];
/** Ticket 200, spam from `SECOND` on. */
const SPAM = {
  purgedAt: null,
  versions: [{ at: SECOND * 1000, ticket: { isSpam: true, isDeleted: false } }],
};

/** As much of a world as the gaps look at: ticket 190, purged while the app said it was complete until `completeUntil`. */
function worldWith({
  completeUntil,
  recorded = [],
  narrowing = [],
}: {
  completeUntil: number;
  recorded?: readonly string[];
  narrowing?: readonly { readonly from: number; readonly to: number }[];
}) {
  const world = {
    diary: { contactIds: new Set(recorded) },
    completeAtPurge: new Map([[190, completeUntil]]),
    unnoticedNarrowing: narrowing,
    sandbox: { freshdesk: { helpdesk: { tickets: new Map([[200, SPAM]]) } } },
  };
  return world as unknown as ChaosWorld;
}

function lost(contactId: string): Difference {
  return { problem: 'lost', contactId, timestamp: SECOND } as Difference;
}

describe('knownGapOf', () => {
  it('knows a ticket that was purged while the app said it was not complete until then', () => {
    const world = worldWith({ completeUntil: SECOND * 1000 - 1 });
    expect(knownGapOf(world, lost('ticket:190'))).toBe('purged before any look');
    expect(knownGapOf(world, lost('unknown:190'))).toBe('purged before any look');
  });

  it('calls it lost when the app had said that it was complete', () => {
    expect(knownGapOf(worldWith({ completeUntil: SECOND * 1000 }), lost('ticket:190'))).toBeNull();
  });

  it('calls it lost when an event had recorded it', () => {
    const world = worldWith({ completeUntil: 0, recorded: ['ticket:190'] });
    expect(knownGapOf(world, lost('ticket:190'))).toBeNull();
  });

  it('calls a ticket lost that was never purged', () => {
    expect(knownGapOf(worldWith({ completeUntil: 0 }), lost('ticket:191'))).toBeNull();
  });

  it('knows a ticket that was spam while the app could not ask what its key sees', () => {
    const world = worldWith({
      completeUntil: 0,
      narrowing: [{ from: SECOND * 1000, to: SECOND * 1000 + 1 }],
    });
    expect(knownGapOf(world, lost('unknown:200'))).toBe('deleted while the key saw less');
  });

  it.each([
    ['the app could ask at all times', { narrowing: [] }, 'unknown:200'],
    [
      'it became spam when the key saw all again',
      { narrowing: [{ from: 0, to: SECOND * 1000 }] },
      'unknown:200',
    ],
    [
      'the lists had shown it before',
      { narrowing: [{ from: SECOND * 1000 + 1, to: Infinity }] },
      'unknown:200',
    ],
    ['an event had recorded it', { narrowing: ALWAYS, recorded: ['unknown:200'] }, 'unknown:200'],
    ['it was never deleted', { narrowing: ALWAYS }, 'ticket:191'],
  ])('calls a ticket lost when %s', (_when, facts, contactId) => {
    expect(knownGapOf(worldWith({ completeUntil: 0, ...facts }), lost(contactId))).toBeNull();
  });
});

describe('a reply on a ticket in spam whose conversations cannot be read', () => {
  /** Reply 31 on ticket 200, which is spam from `SECOND` on. */
  function worldOf(fault: object, { until = Infinity, isBack = false } = {}): ChaosWorld {
    const back = { at: SECOND * 1000 + 1, ticket: { isSpam: false, isDeleted: false } };
    const ticket = { ...SPAM, id: 200, versions: [...SPAM.versions, ...(isBack ? [back] : [])] };
    const conversations = new Map([[31, { ticketId: 200, receivedOnTicketId: 200, isRemoved: false }]]);
    const world = {
      diary: { contactIds: new Set() },
      plan: { trashView: '200' },
      unreadable: new Map([[200, { fault: { kind: 'status', family: 'conversations', ...fault }, until }]]),
      sandbox: { freshdesk: { helpdesk: { conversations, tickets: new Map([[200, ticket]]) } } },
    };
    return world as unknown as ChaosWorld;
  }

  it.each([403, 404])('is a known gap when they answer %i, as hidden ones do', (status) => {
    expect(knownGapOf(worldOf({ status }), lost('reply:31'))).toBe('reply taken for out of sight');
  });

  it.each([
    ['they answer 500', worldOf({ status: 500 })],
    ['they never answer', worldOf({ kind: 'black-hole', status: 404 })],
    ['only its own address fails', worldOf({ family: 'view', status: 404 })],
    ['they could be read when it became spam', worldOf({ status: 404 }, { until: SECOND * 1000 })],
    ['it is no spam any more', worldOf({ status: 404 }, { isBack: true })],
  ])('is lost when %s', (_when, world) => {
    expect(knownGapOf(world, lost('reply:31'))).toBeNull();
  });
});
