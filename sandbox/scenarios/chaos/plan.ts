import type { SandboxOptions } from '../../create-sandbox';
import { KIND_NAMES, type KindName } from './kinds';
import { createRandomChoices, type RandomChoices } from './random-choices';
import { DAY, HOUR, MINUTE, SECOND } from './time';

/** The modes of a chaos run, and what each means. */
export const MODES = {
  storm: 'all faults at once',
  'no-entity-store': 'a storm in an account whose plan has no entity store',
  'live-only':
    'the injixo key alone: events late, twice and reordered, all faults of the platform and of injixo',
  'key-comes-and-goes': 'a storm in which the Freshdesk key is removed and added again and again',
  weekend: 'no event arrives from Friday to Monday, and some kinds of faults strike',
  'outage-24h': 'injixo answers 503 for a day, with 20,000 contacts',
  calm: 'no fault at all',
} as const;
/** The mode of a run. */
export type ChaosMode = keyof typeof MODES;
/** All modes. */
export const CHAOS_MODES = Object.keys(MODES) as readonly ChaosMode[];

/** The choices of one seed before the run. */
export interface ChaosPlan {
  readonly seed: number;
  readonly mode: ChaosMode;
  readonly startsAt: number;
  /** Set for the whole process: shows code that reads the local time. */
  readonly timeZone: string;
  readonly stormMs: number;
  /** Whether the settings have a Freshdesk key. */
  readonly key: 'always' | 'never' | 'comes and goes';
  /** Mean time between two openings of a ticket's page by an agent, and between two changes of the Freshdesk key. */
  readonly ticketPageEveryMs: number;
  readonly keyEveryMs: number;
  readonly sandbox: Omit<SandboxOptions, 'packageDir'>;
  /** Mean time between two actions in the helpdesk, by day. */
  readonly helpdeskEveryMs: number;
  readonly nemesisEveryMs: number;
  readonly peopleEveryMs: number;
  /** The kinds that are switched on, and the mean time between two faults of them. */
  readonly kinds: readonly KindName[];
  readonly kindEveryMs: number;
  /** The account's calls are limited per hour, not per minute. */
  readonly isHourly: boolean;
  /** Share of events that are lost in ordinary times. */
  readonly dropRate: number;
  readonly repeatRate: number;
  readonly lateRate: number;
  /** Probability of each step to be the last of its invocation. */
  readonly killRate: number;
  /** Probability of each platform call to be refused. */
  readonly refuseRate: number;
  readonly entityStoreOff: boolean;
  readonly trashView: '200' | '403' | '404';
  /** Whether everything that is held is resolved at the end. */
  readonly decidesAtTheEnd: boolean;
  readonly minRepeatMinutes: number;
}

/** Hours before clock changes in Europe or America, before a new year, and ordinary days. */
const STARTS = [
  '2026-11-02T06:10:00Z',
  '2026-10-24T18:20:00Z',
  '2026-11-01T03:40:00Z',
  '2026-03-28T18:30:00Z',
  '2026-03-08T04:15:00Z',
  '2026-12-31T16:05:00Z',
  '2026-06-11T21:45:00Z',
] as const;
const TIME_ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;
const PLANS = ['growth', 'pro', 'enterprise'] as const;
/** One of this many seeds has a storm of several days. */
const LONG_EVERY = 40;
/** Makes ticket numbers cross from one ledger key to the next. */
const FIRST_TICKETS = [1, 1, 49_960] as const;

function sandboxOf(choices: RandomChoices, seed: number, startsAt: number): ChaosPlan['sandbox'] {
  const tightStores = choices.chance(0.25);
  return {
    seed,
    startsAt,
    plan: choices.pick(PLANS),
    firstTicketId: choices.pick(FIRST_TICKETS),
    ...(tightStores ? { platformLimits: { entityRecords: choices.whole(3, 40) } } : {}),
  };
}

const NO_FAULTS = {
  dropRate: 0,
  repeatRate: 0,
  lateRate: 0,
  killRate: 0,
  refuseRate: 0,
  nemesisEveryMs: Infinity,
  peopleEveryMs: Infinity,
  entityStoreOff: false,
  minRepeatMinutes: 0,
  kinds: [],
  isHourly: false,
} as const satisfies Partial<ChaosPlan>;

const OF_MODE: Readonly<Record<ChaosMode, Partial<ChaosPlan>>> = {
  storm: {},
  'no-entity-store': { entityStoreOff: true },
  'live-only': {
    key: 'never',
    entityStoreOff: false,
    ticketPageEveryMs: 15 * MINUTE,
    kinds: [
      'missing-reads',
      'silent-schedule',
      'people-at-the-page',
      'future',
      'words-with-200',
      'trickling-answers',
    ],
  },
  'key-comes-and-goes': {
    key: 'comes and goes',
    entityStoreOff: false,
    ticketPageEveryMs: 15 * MINUTE,
    keyEveryMs: 75 * MINUTE,
  },
  weekend: {
    ...NO_FAULTS,
    startsAt: Date.parse('2026-11-06T15:00:00Z'),
    stormMs: 64 * HOUR,
    dropRate: 1,
    helpdeskEveryMs: 4 * MINUTE,
    kinds: ['unreadable-ticket', 'missing-reads', 'silent-schedule'],
    kindEveryMs: 2 * HOUR,
    trashView: '200',
  },
  'outage-24h': { ...NO_FAULTS, sandbox: { seed: 1, plan: 'pro' } },
  calm: NO_FAULTS,
};

/** Creates the plan of one seed in one mode; faults are of the kinds that are on and that the mode has. */
export function makePlan(
  seed: number,
  mode: ChaosMode = 'storm',
  kinds: readonly KindName[] = KIND_NAMES,
): ChaosPlan {
  const choices = createRandomChoices(seed, 'plan');
  const kindChoices = createRandomChoices(seed, 'kinds');
  const startsAt = OF_MODE[mode].startsAt ?? Date.parse(choices.pick(STARTS));
  return {
    seed,
    mode,
    startsAt,
    timeZone: choices.pick(TIME_ZONES),
    stormMs:
      seed % LONG_EVERY === 0 ? choices.between(2 * DAY, 3 * DAY) : choices.between(5 * HOUR, 11 * HOUR),
    key: 'always',
    ticketPageEveryMs: Infinity,
    keyEveryMs: Infinity,
    sandbox: sandboxOf(choices, seed, startsAt),
    helpdeskEveryMs: choices.between(1.5, 4) * MINUTE,
    nemesisEveryMs: choices.between(4, 14) * MINUTE,
    peopleEveryMs: choices.between(12, 35) * MINUTE,
    dropRate: choices.pick([0, 0.05, 0.2, 0.5]),
    repeatRate: choices.pick([0, 0.1, 0.4]),
    lateRate: choices.pick([0, 0.1, 0.4]),
    killRate: choices.pick([0, 0.001, 0.004]),
    refuseRate: choices.pick([0, 0.001, 0.01]),
    entityStoreOff: choices.chance(0.1),
    trashView: choices.pick(['200', '200', '403', '404'] as const),
    decidesAtTheEnd: choices.chance(0.6),
    minRepeatMinutes: choices.chance(0.3) ? 10 : 0,
    kindEveryMs: kindChoices.between(15, 50) * MINUTE,
    isHourly: kindChoices.chance(0.25) && kinds.includes('hourly-limit'),
    ...OF_MODE[mode],
    kinds: kinds.filter((kind) => OF_MODE[mode].kinds?.includes(kind) ?? true),
  };
}

/** Maximum delays of events and stores; the design guarantees correctness within them. */
export const BOUNDS = {
  lateEventMs: 3 * HOUR,
  staleReadMs: 5 * SECOND,
  staleListMs: 5 * MINUTE,
  staleListingMs: 4 * MINUTE,
  lateTtlMs: 3 * MINUTE,
  clockSkewMs: 90 * SECOND,
} as const;
