/** The agent group of a ticket. */
export interface Group {
  readonly id: number;
  readonly name: string;
}

/** Which groups this browser need not tell, each until a time (ms). Nothing of it throws: a browser may keep nothing. */
export interface GroupMemory {
  isTold(group: Group, now: number): boolean;
  /** For so long (ms) the group need not be told; null: no group. */
  rest(group: Group | null, now: number, ms: number): void;
}

type Times = Readonly<Record<string, number>>;

const keyOf = (group: Group | null): string => (group === null ? 'all' : `${group.id} ${group.name}`);

/** The memory of an account in the browser's storage; asking for it may throw. */
export function createGroupMemory(
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
  account: string | null,
): GroupMemory {
  const place = `injixo-connect:groups:${account}`;
  const read = (): Times => {
    try {
      return Object(JSON.parse(storage().getItem(place) ?? '{}')) as Times;
    } catch {
      return {};
    }
  };
  return {
    isTold: (group, now) => [group, null].some((each) => (read()[keyOf(each)] ?? 0) > now),
    rest: (group, now, ms) => {
      const kept = Object.entries(read()).filter(([, time]) => time > now);
      try {
        storage().setItem(place, JSON.stringify({ ...Object.fromEntries(kept), [keyOf(group)]: now + ms }));
      } catch {
        // Then the group is told again with the next ticket.
        return;
      }
    },
  };
}
