import type { CountedReceipt } from '../../../oracle/comparison';
import type { TrueContact } from '../../../oracle/true-contact';

const QUARTER_S = 900;

const quarterOf = (seconds: number): number => Math.floor(seconds / QUARTER_S);

/** The maximum number of contacts per queue and quarter hour. */
function roomIn(contacts: readonly TrueContact[]): ReadonlyMap<string, number> {
  const room = new Map<string, number>();
  for (const { queueIdentifiers, timestamp, otherTimestamps } of contacts) {
    const places = [timestamp, ...otherTimestamps].flatMap((second) =>
      queueIdentifiers.map((identifier) => `${identifier} ${quarterOf(second)}`),
    );
    for (const place of new Set(places)) room.set(place, (room.get(place) ?? 0) + 1);
  }
  return room;
}

/**
 * Sums injixo's receipts per queue and 15 minutes and compares each sum with the possible number of contacts: an
 * independent check for doubled or misnamed contacts that does not match single ones.
 */
export function compareVolumes(
  contacts: readonly TrueContact[],
  receipts: readonly CountedReceipt[],
): { readonly volumes: number; readonly wrongVolumes: number } {
  const room = roomIn(contacts);
  const sums = new Map<string, number>();
  for (const { queueIdentifier, timestamp } of receipts) {
    const place = `${queueIdentifier} ${quarterOf(Date.parse(timestamp) / 1000)}`;
    sums.set(place, (sums.get(place) ?? 0) + 1);
  }
  const wrong = [...sums].filter(([place, sum]) => sum > (room.get(place) ?? 0));
  return { volumes: sums.size, wrongVolumes: wrong.length };
}
