import type { Random } from '../../support/random';
import type { Sandbox } from '../../create-sandbox';

/** Who does something, in the words of the printed day. */
export type Who = 'customer' | 'customers' | 'agent' | 'admin' | 'Freshdesk' | 'injixo' | 'somebody';

/** What moments act on. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly random: Random;
  /** Group ids by the name each group opens the day with. */
  readonly groups: ReadonlyMap<string, number>;
  /** Ticket ids by the word the day knows each ticket by. */
  readonly tickets: Map<string, number>;
}

/** What a moment does, at once or as a promise; a sentence it comes to is printed below it as its outcome. */
export type Act = (scene: Scene) => unknown;

/** One thing that happens in the day. */
export interface Moment {
  /** `08:02` or `08:02:30`, UTC. */
  readonly at: string;
  readonly who: Who;
  /** What they do; `{word}` stands for the number of that ticket. */
  readonly does: string;
  readonly act: Act;
}

/** A stretch of the played time that lies on one date. */
export interface Chapter {
  readonly title: string;
  /** `2026-11-02` */
  readonly date: string;
  readonly moments: readonly Moment[];
  /** When the chapter ends, so that what still waits then is delivered. */
  readonly until: string;
}

/** A time of a chapter's date in milliseconds since 1970. */
export function instantOf(date: string, time: string): number {
  return Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
}
