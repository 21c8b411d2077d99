import { KEY_OF } from '../platform/keys';
import { withRun, type ActivityFacts } from '../status/activity';
import type { Light } from '../page-contract';
import { errorCode } from '../values/app-error';
import { LIMITS } from '../values/limits';
import type { Run } from './open-run';

function factsOf(run: Run): ActivityFacts {
  const { freshdesk, history, held, sending, schedule, inFlight, names } = run;
  const imported = history.value;
  return {
    at: run.now(),
    failures: { injixo: sending.value.failure, freshdesk: freshdesk.value.failure },
    held: held.value.batches,
    discarded: held.value.discarded,
    history: imported && {
      state: imported.state,
      contacts: imported.contacts,
      hasNext: imported.next !== null,
    },
    names: names.learned(),
    setAside: freshdesk.value.setAside.tickets.length,
    scheduleMadeAt: schedule.value.madeAt,
    settings: run.settingSums,
    lost: run.lost()?.records ?? 0,
    accepted: inFlight.value.accepted,
  };
}

/** Moves the oldest entries to a key of their own once there are two keys full, if operations are left. @ops 0 to 1 */
async function moveFullPart({ activity, budget, store, log }: Run): Promise<void> {
  const { entries, parts } = activity.value;
  const moved = entries.slice(0, LIMITS.activityPerKey);
  const isFull = entries.length >= 2 * LIMITS.activityPerKey;
  if (!isFull || !budget.affords(1, 'close')) return;
  try {
    // Written before the state: after a kill in between the next run writes the same.
    const kept = { ttlSeconds: LIMITS.activitySeconds };
    await store.set(KEY_OF.activity(parts), { v: 1, entries: moved }, kept);
  } catch (error) {
    return log.warn('activity was not moved', { code: errorCode(error) });
  }
  activity.change({ entries: entries.slice(moved.length), parts: parts + 1 });
}

/** Notes what happened since the last run that was noted, and the light. @ops 0; 1 when a part is full */
export async function noteActivity(run: Run, light: Light): Promise<void> {
  run.activity.set(withRun(run.activity.value, factsOf(run), light));
  await moveFullPart(run);
}
