import { FRESHDESK_HOST, INJIXO_HOST, type Sandbox } from '../../create-sandbox';
import { Refused } from '../serving/refused';
import type { FaultRow } from './contract';

type Undo = () => void;

interface FaultKind extends Omit<FaultRow, 'isOn'> {
  /** Turns the fault on; the returned function turns it off. */
  readonly begin: (sandbox: Sandbox) => Undo;
}

/** The faults that users turn on and off on the page. */
export interface FaultBoard {
  list(): readonly FaultRow[];
  turn(id: string, isOn: boolean): void;
  clear(): void;
}

const SLOW_MS = 6_000;
const LATE_MS = 20 * 60_000;

const atInjixo = [
  {
    id: 'injixo-down',
    area: 'injixo',
    label: 'Down',
    words: 'Nobody answers at injixo’s address.',
    begin: ({ network }) => {
      network.down(INJIXO_HOST, 'refused');
      return () => network.down(INJIXO_HOST, null);
    },
  },
  {
    id: 'injixo-slow',
    area: 'injixo',
    label: 'Slow',
    words: 'Every answer takes six seconds.',
    begin: ({ injixo }) => injixo.faults.add({ kind: 'slow', latencyMs: SLOW_MS }),
  },
  {
    id: 'injixo-key',
    area: 'injixo',
    label: 'Refuses the key',
    words: 'injixo answers 401, as after a new key was generated.',
    begin: ({ injixo }) =>
      injixo.faults.add({ kind: 'status', status: 401, body: { message: 'Invalid token' } }),
  },
  {
    id: 'injixo-unclear',
    area: 'injixo',
    label: 'Takes a batch, then breaks the connection',
    words: 'The contacts count, but the app cannot know it: the batch is unclear.',
    begin: ({ injixo }) => injixo.faults.add({ kind: 'broken', isTaken: true, onlyWithContacts: true }),
  },
] as const satisfies readonly FaultKind[];

const atFreshdesk = [
  {
    id: 'freshdesk-down',
    area: 'Freshdesk',
    label: 'Down',
    words: 'Every call of Freshdesk’s API is answered with 503.',
    begin: ({ freshdesk }) => freshdesk.faults.add({ kind: 'status', status: 503 }),
  },
  {
    id: 'freshdesk-unreachable',
    area: 'Freshdesk',
    label: 'Out of reach',
    words: 'Nobody answers at Freshdesk’s address.',
    begin: ({ network }) => {
      network.down(FRESHDESK_HOST, 'refused');
      return () => network.down(FRESHDESK_HOST, null);
    },
  },
  {
    id: 'freshdesk-throttle',
    area: 'Freshdesk',
    label: 'Throttles',
    words: 'Every call is one too many: 429, try again in 30 seconds.',
    begin: ({ freshdesk }) => freshdesk.faults.add({ kind: 'throttle', retryAfterSeconds: 30 }),
  },
] as const satisfies readonly FaultKind[];

const atPlatform = [
  {
    id: 'events-dropped',
    area: 'Platform',
    label: 'Drops events',
    words: 'No event reaches the app: only the scan can find what happened.',
    begin: ({ platform }) => withEvents(platform, { dropRate: 1 }),
  },
  {
    id: 'events-doubled',
    area: 'Platform',
    label: 'Doubles events',
    words: 'Every event arrives twice.',
    begin: ({ platform }) => withEvents(platform, { repeatRate: 1 }),
  },
  {
    id: 'events-delayed',
    area: 'Platform',
    label: 'Delays events',
    words: 'Events arrive up to 20 minutes late, and out of order.',
    begin: ({ platform }) => withEvents(platform, { lateRate: 1, lateMs: LATE_MS }),
  },
  {
    id: 'entity-store-off',
    area: 'Platform',
    label: 'No entity store',
    words: 'The plan has no entity store: events cannot be recorded.',
    begin: ({ platform }) => {
      platform.faults.entityStoreOff = true;
      return () => {
        platform.faults.entityStoreOff = false;
      };
    },
  },
] as const satisfies readonly FaultKind[];

const KINDS: readonly FaultKind[] = [...atInjixo, ...atFreshdesk, ...atPlatform];

function withEvents(
  { faults }: Sandbox['platform'],
  change: Partial<Sandbox['platform']['faults']['events']>,
): Undo {
  const before = Object.fromEntries(
    Object.keys(change).map((name) => [name, faults.events[name as keyof typeof faults.events]]),
  );
  Object.assign(faults.events, change);
  return () => void Object.assign(faults.events, before);
}

/** Creates a board on which all faults are off. */
export function createFaultBoard(sandbox: Sandbox): FaultBoard {
  const undos = new Map<string, Undo>();
  const turn = (id: string, isOn: boolean): void => {
    const kind = KINDS.find((each) => each.id === id);
    if (kind === undefined) throw new Refused(`There is no fault “${id}”.`);
    undos.get(id)?.();
    undos.delete(id);
    if (isOn) undos.set(id, kind.begin(sandbox));
  };
  return {
    list: () => KINDS.map(({ id, area, label, words }) => ({ id, area, label, words, isOn: undos.has(id) })),
    turn,
    clear: () => [...undos.keys()].forEach((id) => turn(id, false)),
  };
}
