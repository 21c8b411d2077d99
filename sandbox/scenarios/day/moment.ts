import type { Random } from '../../support/random';
import type { Sandbox } from '../../create-sandbox';

/** The actor, in the words of the printed day. */
export type Who = 'customer' | 'customers' | 'agent' | 'admin' | 'Freshdesk' | 'injixo' | 'somebody';

/** With the injixo API key alone, or with a Freshdesk API key too. */
export type Way = 'live' | 'checked';

/** The data that moments act on. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly random: Random;
  /** Group ids by the initial name of each group. */
  readonly groups: ReadonlyMap<string, number>;
  /** Ticket ids by the word of each ticket in the day. */
  readonly tickets: Map<string, number>;
}

/** The action of a moment; a returned sentence is printed below it as its outcome. */
export type Act = (scene: Scene) => unknown;

/** One event of the day. */
export interface Moment {
  /** `08:02` or `08:02:30`, UTC. */
  readonly at: string;
  readonly who: Who;
  /** The action in words; `{word}` is replaced by the number of that ticket. */
  readonly does: string;
  readonly act: Act;
}

/** A part of the day on one date. */
export interface Chapter {
  readonly title: string;
  /** `2026-11-02` */
  readonly date: string;
  readonly moments: readonly Moment[];
  /** When the chapter ends, late enough for all waiting contacts to be delivered. */
  readonly until: string;
}

/** A time of a chapter's date, in milliseconds since 1970. */
export function instantOf(date: string, time: string): number {
  return Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
}
