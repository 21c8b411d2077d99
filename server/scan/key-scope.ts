import { noteFreshdeskProblem } from '../sending/probe';
import type { RunContext } from '../run/run-context';
import { askAgent } from '../freshdesk/agent';
import { LIMITS } from '../values/limits';

/**
 * Once an hour, makes sure that the key still sees all tickets: a list leaves tickets out silently otherwise. When it does
 * not, the scan goes back to where it was when the key last did. True when the scan may go on. At most one call.
 */
export async function keySeesEverything(run: RunContext): Promise<boolean> {
  const now = freshdeskTime(run);
  if (now - run.state.scan.scopeSeenAt < LIMITS.scopeEveryMs) return true;
  const answer = await askAgent(run.get);
  if (answer.ok && answer.value.seesAllTickets) {
    const { scan, checkedUntil } = run.state;
    const { spamUntil, deletedUntil, deepUntil } = scan;
    const lastFullScope = { live: checkedUntil, spam: spamUntil, deleted: deletedUntil, deep: deepUntil };
    run.state = { ...run.state, scan: { ...scan, scopeSeenAt: now, lastFullScope } };
    return true;
  }
  noteFreshdeskProblem(run, answer.ok ? { kind: 'scope' } : answer.problem);
  return false;
}

/** What Freshdesk's clock says now (ms), by its latest answer to a list. */
export function freshdeskTime(run: Pick<RunContext, 'now' | 'state'>): number {
  return run.now() + run.state.scan.aheadMs;
}
