import type { Difference } from '../../../oracle/comparison';
import type { ChaosWorld } from '../world';
import { knownGapOf } from './known-gaps';

const SECOND = 1_781_292_366;

/** As much of a world as the gaps look at: ticket 190, purged while the app said it was complete until `completeUntil`. */
function worldWith({
  completeUntil,
  recorded = [],
}: {
  completeUntil: number;
  recorded?: readonly string[];
}) {
  const world = {
    recorded: new Set(recorded),
    completeAtPurge: new Map([[190, completeUntil]]),
    sandbox: { freshdesk: { helpdesk: { tickets: new Map() } } },
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
});
