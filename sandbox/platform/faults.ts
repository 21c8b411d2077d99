import type { RefusalAnswer } from './refusal';
import type { Step } from '../support/step';

/** A product event as the product emits it: its name and what becomes `data`. */
export interface ProductEvent {
  readonly name: string;
  readonly data: unknown;
}

/** What goes wrong with product events on their way to the app; all rates are 0..1, decided by the seed. */
export interface EventFaults {
  /** How long an event takes to arrive. */
  delayMs: number;
  dropRate: number;
  repeatRate: number;
  /** How often a repeated event arrives beside its first delivery. */
  repeatTimes: number;
  /** The share of deliveries that arrive later, by up to `lateMs`. */
  lateRate: number;
  lateMs: number;
  /** Decides one event's deliveries instead of the rates: a delay in ms for each, an empty list to lose it. */
  plan: ((event: ProductEvent) => readonly number[]) | null;
}

/** Everything that can be made to go wrong, now or in the middle of a story; all off at first. */
export interface PlatformFaults {
  readonly events: EventFaults;
  /** Key-value entries outlive their `ttl` by this long. */
  lateTtlMs: number;
  /** A key-value `get` may return what was true up to this long ago. */
  staleReadMs: number;
  /** The account's plan has no entity store: every call is refused with 403. */
  entityStoreOff: boolean;
  /** Listings still show records for this long after they were deleted. */
  listingShowsDeletedMs: number;
  /** Listings do not show records for this long after they were created. */
  listingMissesNewMs: number;
  /** The app's own clock is wrong by this much. */
  clockSkewMs: number;
  /** Recurring schedules with a shorter interval are refused. */
  minRepeatMinutes: number;
  /** Refuses single platform calls (not HTTP) with an answer of its own. */
  refuse: ((step: Step) => RefusalAnswer | null) | null;
}

/** No faults: what a story starts from. */
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
    entityStoreOff: false,
    listingShowsDeletedMs: 0,
    listingMissesNewMs: 0,
    clockSkewMs: 0,
    minRepeatMinutes: 0,
    refuse: null,
  };
}
