import type { FreshdeskAnswer, FreshdeskProblem, FreshdeskGet } from '../../server/freshdesk/client';

/** A request of the app. */
export interface FreshdeskQuestion {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
}

/** Answers for the API's paths, without a network. */
export interface FakeFreshdesk {
  readonly get: FreshdeskGet;
  readonly asked: readonly FreshdeskQuestion[];
  paths(): readonly string[];
}

/** An answer of the API. */
export function answered(value: unknown): FreshdeskAnswer<unknown> {
  return { ok: true, value, serverTime: null };
}

/** A failed request. */
export function failed(problem: FreshdeskProblem): FreshdeskAnswer<never> {
  return { ok: false, problem };
}

/** Returns the answer to a request; called once per request. */
type Rule = (question: FreshdeskQuestion) => FreshdeskAnswer<unknown>;

/** Answers by path; a path without a rule is not found. */
export function createFakeFreshdesk(
  rules: Readonly<Record<string, FreshdeskAnswer<unknown> | Rule>>,
): FakeFreshdesk {
  const asked: FreshdeskQuestion[] = [];
  return {
    asked,
    paths: () => asked.map(({ path }) => path),
    async get(path, query = {}) {
      await Promise.resolve();
      const question = { path, query };
      asked.push(question);
      const rule = rules[path] ?? failed({ kind: 'not found' });
      return typeof rule === 'function' ? rule(question) : rule;
    },
  };
}
