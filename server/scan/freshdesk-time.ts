import type { RunContext } from '../delivery/run-context';

/** What Freshdesk's clock says now (ms), by its latest answer to a list. */
export function freshdeskTime(run: Pick<RunContext, 'now' | 'state'>): number {
  return run.now() + run.state.scan.aheadMs;
}
