import { createQuota } from '../../server/freshdesk/quota';
import {
  createSession,
  NOTHING_KNOWN,
  type FreshdeskSession,
  type FreshdeskState,
  type SessionRun,
} from '../../server/freshdesk/session';
import type { RunBudget } from '../../server/platform/run-budget';
import { createSlice, type OwnSlice } from '../../server/values/slice';
import type { RunWorld } from './run-world';

const ACCESS = { baseUrl: 'https://acme.freshdesk.invalid', apiKey: 'freshdesk-key' };

/** A session, and the slice it changes. */
export interface OpenSession {
  readonly session: FreshdeskSession;
  readonly freshdesk: OwnSlice<FreshdeskState>;
}

/** Opens a session that reads from the world's Freshdesk and writes nothing there. */
export function openSession(
  world: Pick<RunWorld, 'freshdesk'>,
  {
    now,
    budget,
    log = { warn: () => undefined },
  }: Pick<SessionRun, 'now'> & Partial<Pick<SessionRun, 'log'>> & { readonly budget: RunBudget },
  known: Partial<FreshdeskState> = {},
): OpenSession {
  const freshdesk = createSlice({ ...NOTHING_KNOWN, ...known });
  const session = createSession(
    { access: ACCESS, freshdesk, budget, log, now },
    {
      get: world.freshdesk.get,
      post: () => Promise.resolve({ kind: 'not made', problem: { kind: 'not asked' } }),
      quota: createQuota(freshdesk.value.quota, now, budget.mayWork),
    },
  );
  return { session, freshdesk };
}
