import type { RefusalAnswer } from './refusal';
import type { Step } from '../support/step';

/** A product event: its name and its `data`. */
export interface ProductEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Faults of event delivery; all rates are 0..1, decided by the seed. */
export interface EventFaults {
  /** The delivery time of an event. */
  delayMs: number;
  dropRate: number;
  repeatRate: number;
  /** Number of additional deliveries of a repeated event. */
  repeatTimes: number;
  /** The share of deliveries that arrive later, by up to `lateMs`. */
  lateRate: number;
  lateMs: number;
  /** Replaces the rates: the delay in ms of each delivery of an event; an empty list loses it. */
  plan: ((event: ProductEvent) => readonly number[]) | null;
}

/** All faults of the platform; can be changed at any time, all off at first. */
export interface PlatformFaults {
  readonly events: EventFaults;
  /** Key-value entries outlive their `ttl` by this time. */
  lateTtlMs: number;
  /** A key-value `get` may return a value up to this old. */
  staleReadMs: number;
  /** By key: that many reads of an existing key-value entry answer 404. */
  missingReads: Readonly<Record<string, number>>;
  /** The account's plan has no entity store: every call is refused with 403. */
  entityStoreOff: boolean;
  /** Listings still show records this long after their deletion. */
  listingShowsDeletedMs: number;
  /** Listings omit records this long after their creation. */
  listingMissesNewMs: number;
  /** The offset of the app's clock. */
  clockSkewMs: number;
  /** Recurring schedules with a shorter interval are refused. */
  minRepeatMinutes: number;
  /** Refuses individual platform calls (not HTTP) with an answer of its own. */
  refuse: ((step: Step) => RefusalAnswer | null) | null;
}

/** No faults: the start of each story. */
export function createFaults(): PlatformFaults {
  return {
    events: {
      delayMs: 1000,
      dropRate: 0,
      repeatRate: 0,
      repeatTimes: 1,
      lateRate: 0,
      lateMs: 0,
      plan: null,
    },
    lateTtlMs: 0,
    staleReadMs: 0,
    missingReads: {},
    entityStoreOff: false,
    listingShowsDeletedMs: 0,
    listingMissesNewMs: 0,
    clockSkewMs: 0,
    minRepeatMinutes: 0,
    refuse: null,
  };
}
