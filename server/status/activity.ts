import type { ActivityEntry, ActivityStrip, Light } from '../page-contract';
import { LIMITS } from '../values/limits';
import type { SeenFailure } from './light';

/** What the page shows of what happened: codes and counts only. Times in milliseconds. */

/** A held or discarded batch. */
interface SeenBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
  readonly at: number;
}

const SIDES = ['injixo', 'freshdesk'] as const;
type Side = (typeof SIDES)[number];

/** What a run knows at its end. */
export interface ActivityFacts {
  readonly at: number;
  /** What keeps each side from working; null: nothing. */
  readonly failures: Readonly<Record<Side, SeenFailure | null>>;
  readonly held: readonly SeenBatch[];
  readonly discarded: readonly SeenBatch[];
  /** The import; `hasNext`: a further plan waits for a person. Null: none was ever wanted. */
  readonly history: { readonly state: string; readonly contacts: number; readonly hasNext: boolean } | null;
  /** Names that this run learned, by the way it did. */
  readonly names: Readonly<Record<string, number>>;
  /** Tickets that are set aside. */
  readonly setAside: number;
  readonly scheduleMadeAt: number | null;
  /** A checksum of each setting. */
  readonly settings: Readonly<Record<string, number>>;
  /** Records that the store ever lost. */
  readonly lost: number;
  /** Contacts that injixo ever accepted. */
  readonly accepted: number;
}

/** What the last run that was noted had seen. It is stored with the entries, so that a killed run loses none. */
export interface ActivitySeen extends Pick<
  ActivityFacts,
  'setAside' | 'scheduleMadeAt' | 'lost' | 'accepted'
> {
  /** The failures of each side since it last worked. */
  readonly failing: Readonly<Record<Side, readonly string[]>>;
  readonly held: readonly (readonly [number: number, contacts: number])[];
  /** The highest number of a batch that was ever held. */
  readonly heldUpTo: number;
  readonly discarded: readonly number[];
  readonly history: Omit<NonNullable<ActivityFacts['history']>, 'contacts'> | null;
  /** Null: no run has ended. */
  readonly settings: ActivityFacts['settings'] | null;
}

/** The slice `activity` of the state. */
export interface ActivityState {
  readonly seen: ActivitySeen;
  /** Oldest first; those before are under `activity:<n>`. */
  readonly entries: readonly ActivityEntry[];
  /** Parts under keys of their own. */
  readonly parts: number;
  readonly strip: ActivityStrip;
}

/** Before the first run. */
export const NO_ACTIVITY: ActivityState = {
  seen: {
    failing: { injixo: [], freshdesk: [] },
    held: [],
    heldUpTo: 0,
    discarded: [],
    history: null,
    setAside: 0,
    scheduleMadeAt: null,
    settings: null,
    lost: 0,
    accepted: 0,
  },
  entries: [],
  parts: 0,
  strip: { first: 0, accepted: [], lights: '' },
};

type Happened = Partial<Omit<ActivityEntry, 'kind'>>;
type Rule = (seen: ActivitySeen, now: ActivityFacts) => readonly Happened[];

const KEYS: readonly string[] = ['injixo_key', 'freshdesk_key'];

/** Failures, of keys or all others, that a side has not had since it last worked. */
function begun(isOfKey: boolean): Rule {
  return ({ failing }, { failures }) =>
    SIDES.flatMap((side) => {
      const failure = failures[side];
      if (failure === null || failing[side].includes(failure.code)) return [];
      return KEYS.includes(failure.code) === isOfKey ? [{ at: failure.since, code: failure.code }] : [];
    });
}

/** The failures, of keys or all others, of a side that works again. */
function ended(isOfKey: boolean): Rule {
  return ({ failing }, { failures }) =>
    SIDES.filter((side) => failures[side] === null)
      .flatMap((side) => failing[side])
      .filter((code) => KEYS.includes(code) === isOfKey)
      .map((code) => ({ code }));
}

/** Batches that are held for the first time. */
function newlyHeld(reason: SeenBatch['reason']): Rule {
  return ({ heldUpTo }, now) =>
    now.held
      .filter((each) => each.reason === reason && each.number > heldUpTo)
      .map(({ number, contacts, at }) => ({ at, batch: number, count: contacts }));
}

/** What is said of an import that came into a state; `paused running`: one that goes on. */
const IMPORTS: Readonly<Record<string, string>> = {
  planned: 'planned',
  running: 'begun',
  'paused running': 'resumed',
  paused: 'paused',
  cancelled: 'cancelled',
  done: 'ended',
};

const NO_IMPORT = { state: 'dropped', contacts: 0, hasNext: false };

/** What became of an import that was in another state before. */
function importStep(before: string, { state, contacts }: typeof NO_IMPORT): Happened {
  const came = [`${before} ${state}`, state].find((each) => each in IMPORTS);
  const code = came === undefined ? state : IMPORTS[came];
  return { ...(code === undefined ? {} : { code }), ...(contacts === 0 ? {} : { count: contacts }) };
}

function importChanged({ history }: ActivitySeen, facts: ActivityFacts): readonly Happened[] {
  const before = history ?? NO_IMPORT;
  const now = facts.history ?? NO_IMPORT;
  const planned = now.hasNext && !before.hasNext ? [{ code: 'planned' }] : [];
  return now.state === before.state ? planned : [importStep(before.state, now), ...planned];
}

/** What follows from what was seen before and what is seen now, by the kind of entry. */
const RULES: Readonly<Record<string, Rule>> = {
  failure_began: begun(false),
  failure_ended: ended(false),
  key_refused: begun(true),
  key_accepted: ended(true),
  batch_held: newlyHeld('unclear'),
  batch_parked: newlyHeld('parked'),
  batch_restored: ({ discarded }, now) =>
    now.held
      .filter(({ number }) => discarded.includes(number))
      .map(({ number, contacts }) => ({ batch: number, count: contacts })),
  batch_discarded: ({ discarded }, now) =>
    now.discarded
      .filter(({ number }) => !discarded.includes(number))
      .map(({ number, contacts }) => ({ batch: number, count: contacts })),
  batch_sent: ({ held, lost }, now) => {
    const left = [...now.held, ...now.discarded].map(({ number }) => number);
    // A batch whose record is lost is not held any more either.
    const gone = now.lost > lost ? [] : held.filter(([number]) => !left.includes(number));
    return gone.map(([batch, count]) => ({ batch, count }));
  },
  records_lost: ({ lost }, now) => (now.lost > lost ? [{ count: now.lost - lost }] : []),
  import: importChanged,
  names: (...[, { names }]) => Object.entries(names).map(([code, count]) => ({ code, count })),
  set_aside: (seen, now) => (now.setAside > seen.setAside ? [{ count: now.setAside - seen.setAside }] : []),
  read_again: (seen, now) => (now.setAside < seen.setAside ? [{ count: seen.setAside - now.setAside }] : []),
  schedule_made: (seen, { scheduleMadeAt: at }) =>
    at === null || at === seen.scheduleMadeAt ? [] : [{ at }],
  settings_changed: ({ settings }, now) => changedSettings(settings, now.settings).map((code) => ({ code })),
};

/** All kinds of entries, and the codes of those about an import. */
export const ACTIVITY_KINDS = Object.keys(RULES);
export const IMPORT_STEPS = Object.values(IMPORTS);

/** The settings whose checksum changed; none before the first run has ended. */
export function changedSettings(
  before: ActivitySeen['settings'] | undefined,
  now: ActivityFacts['settings'],
): readonly string[] {
  return Object.keys(now).filter((field) => before?.[field] !== undefined && before[field] !== now[field]);
}

/** The entries that follow from the state before and after a run, oldest first. */
export function entriesBetween(seen: ActivitySeen, now: ActivityFacts): readonly ActivityEntry[] {
  const entries = Object.entries(RULES).flatMap(([kind, rule]) =>
    rule(seen, now).map((happened) => ({ at: now.at, kind, ...happened })),
  );
  return entries.sort((one, other) => one.at - other.at);
}

function seenNow({ failing, heldUpTo }: ActivitySeen, now: ActivityFacts): ActivitySeen {
  const { failures, held, discarded, history, setAside, scheduleMadeAt, settings, lost, accepted } = now;
  const failingOf = (side: Side): readonly string[] => {
    const failure = failures[side];
    return failure === null ? [] : [...new Set([...failing[side], failure.code])];
  };
  return {
    failing: { injixo: failingOf('injixo'), freshdesk: failingOf('freshdesk') },
    held: held.map(({ number, contacts }) => [number, contacts]),
    heldUpTo: Math.max(heldUpTo, ...[...held, ...discarded].map(({ number }) => number)),
    discarded: discarded.map(({ number }) => number),
    history: history === null ? null : { state: history.state, hasNext: history.hasNext },
    ...{ setAside, scheduleMadeAt, settings, lost, accepted },
  };
}

const CELL_MS = LIMITS.countsSlotMinutes * 60_000;
/** Cells of a day. */
const CELLS = 86_400_000 / CELL_MS;
/** The worse a light, the higher its number; 0 stands where no run was. */
const LIGHTS: Readonly<Record<string, number>> = { delayed: 2, 'action needed': 3 };

/** The strip with what injixo accepted, and the light, in the interval of `at`; the worst light of an interval stays. */
export function withCell(strip: ActivityStrip, accepted: number, light: Light, at: number): ActivityStrip {
  const cell = Math.floor(at / CELL_MS);
  const length = cell - strip.first + 1;
  // After a day without runs, and after the clock was set back, the strip begins anew.
  const isNew = length < 1 || length - strip.accepted.length > CELLS;
  const before = isNew ? { first: cell, accepted: [], lights: '' } : strip;
  const places = [...Array(isNew ? 1 : length).keys()];
  const counts = places.map((place) => before.accepted[place] ?? 0);
  const lights = places.map((place) => before.lights[place] ?? '0');
  const last = places.length - 1;
  counts[last] = (counts[last] ?? 0) + Math.max(0, accepted);
  lights[last] = String(Math.max(Number(lights[last]), LIGHTS[light.kind] ?? 1));
  const dropped = Math.max(0, places.length - CELLS);
  return {
    first: before.first + dropped,
    accepted: counts.slice(dropped),
    lights: lights.slice(dropped).join(''),
  };
}

/** The activity with what a run saw at its end; entries older than 30 days are left out. */
export function withRun(before: ActivityState, now: ActivityFacts, light: Light): ActivityState {
  const { seen, strip } = before;
  const entries = [...before.entries, ...entriesBetween(seen, now)];
  return {
    ...before,
    seen: seenNow(seen, now),
    entries: entries.filter(({ at }) => at > now.at - LIMITS.activitySeconds * 1000),
    strip: withCell(strip, now.accepted - seen.accepted, light, now.at),
  };
}

/** The activity with only the newest entries, where there is no room for more. */
export function withNewest<T extends Pick<ActivityState, 'entries'>>(activity: T): T {
  return { ...activity, entries: activity.entries.slice(-LIMITS.activityLeast) };
}

/** The same without the batches that were held: those that are sent again next are then not told. */
export function withLeast(activity: ActivityState): ActivityState {
  return { ...withNewest(activity), seen: { ...activity.seen, held: [] } };
}
