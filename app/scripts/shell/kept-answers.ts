import type { DayAnswer, NamedQueue, Overview, QueuesAnswer } from '../../../server/page-contract';
import type { Answer } from '../sections/page-parts.ts';
import { shiftDay } from '../language/shift-day.ts';

/** Answers kept at most; one a day and view is enough. */
const KEPT = 100;

/** Answers about volumes, kept in memory while the page is open and no batch changed them. */
export interface KeptAnswers {
  /** The kept answer if nothing has changed since; otherwise asks. `version` null: not known, so it asks. */
  keep<T>(key: string, version: string | null, ask: () => Promise<Answer<T>>): Promise<Answer<T>>;
}

/** Creates an empty memory. */
export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<string, { readonly version: string; readonly answer: unknown }>();
  return {
    keep: async <T>(key: string, version: string | null, ask: () => Promise<Answer<T>>) => {
      const known = kept.get(key);
      if (version !== null && known?.version === version) return known.answer as Answer<T>;
      const answer = await ask();
      if (!answer.ok || version === null) return answer;
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, { version, answer });
      return answer;
    },
  };
}

/**
 * What an answer about these local days depends on: the last batch that changed each UTC day they can touch, and what the
 * counts lack. Null while the overview does not say.
 */
export function versionOf(overview: Overview | null, from: string, to: string): string | null {
  if (overview?.changed === undefined) return null;
  const { changed, timeZone, deepEndedAt, lacking } = overview;
  const numbers: number[] = [];
  for (let day = shiftDay(from, -1); day <= shiftDay(to, 1); day = shiftDay(day, 1)) {
    numbers.push(changed[day] ?? 0);
  }
  return JSON.stringify([timeZone, deepEndedAt, lacking, numbers]);
}

/** The same for the list of all queues. */
export function versionOfQueues(overview: Overview | null): string | null {
  if (overview?.changed === undefined) return null;
  const { changed, timeZone, today, queues, lacking } = overview;
  return JSON.stringify([timeZone, today?.day, queues, lacking, changed]);
}

/** The names of queues by their places in the list of all queues. */
export interface QueueNames {
  /** True when a day may be asked for without names. */
  areKnown(): boolean;
  learnAll(answer: QueuesAnswer): void;
  /** The day with all names; null when one is not known. */
  complete(answer: DayAnswer): DayAnswer | null;
}

/** Knows no name at first. */
export function createQueueNames(): QueueNames {
  const names = new Map<number, NamedQueue>();
  return {
    areKnown: () => names.size > 0,
    learnAll: ({ queues }) =>
      queues.forEach(({ identifier, name }, place) => names.set(place, { identifier, name })),
    complete: (answer) => {
      for (const { place, identifier, name } of answer.queues) {
        if (identifier !== '') names.set(place, { identifier, name });
      }
      const queues = answer.queues.map((queue) => ({ ...queue, ...names.get(queue.place) }));
      return queues.every(({ identifier }) => identifier !== '') ? { ...answer, queues } : null;
    },
  };
}
