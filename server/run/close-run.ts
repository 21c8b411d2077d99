import { viewAlert } from '../alert/alert-state';
import { notifyPerson } from '../alert/notify';
import { isImporting, withProblem } from '../history/history-view';
import { lookAtOutbox, type OutboxRest } from '../live/deliver-outbox';
import { KEYS } from '../platform/keys';
import { followScope } from '../scan/scan-state';
import { closeBatch } from '../sending/settle-batch';
import { lightOf } from '../status/light';
import { makeOverview, whatWaits, type Overview } from '../status/overview';
import { dayText } from '../values/calendar';
import { LIMITS } from '../values/limits';
import { figuresOf } from '../volumes/delivery-delays';
import type { Run } from './open-run';
import type { WorkLeft } from './plan-next-runs';

/** What is left in the outbox. A run that could not deliver reads it only at its end, for the page. */
export async function restOf(run: Run): Promise<OutboxRest> {
  return run.rest.value ?? (await lookAtOutbox(run));
}

/** Closes a run, whatever its steps did: batch in flight, trend, alert, state and overview. */
export async function closeRun(run: Run, rest: OutboxRest): Promise<void> {
  followScope(run);
  const { oldest, completeUntil } = whatWaits(run.outbox.value.oldestWaiting, rest, run.scan.value);
  run.outbox.change({ oldestWaiting: oldest });
  run.completeUntil.set(completeUntil);
  await closeBatch(run);
  if (run.canAskFreshdesk) {
    const facts = { ...overviewOf(run, rest), isImporting: isImporting(run.history.value) };
    const isFailing = run.sending.value.failure !== null || run.freshdesk.value.failure !== null;
    await notifyPerson(run, lightOf(facts, run.now()), isFailing);
  }
  await run.save(1);
  await run.store.set(KEYS.overview, overviewOf(run, rest));
}

function overviewOf(run: Run, rest: OutboxRest): Overview {
  const now = run.now();
  const day = run.calendar.dayOf(now);
  const { mode, failure, notBefore, lastAnswerAt } = run.sending.value;
  const { failure: freshdeskFailure, zone } = run.freshdesk.value;
  const { accepted, repaired, newestAt, acceptedAt, delays } = run.inFlight.value;
  const { today, accepted7Days } = figuresOf(delays, day);
  return makeOverview({
    now,
    installedAt: run.cutOver,
    tickMinutes: run.schedule.value.tickMinutes,
    completeUntil: run.completeUntil.value,
    checkedUntil: run.scan.value.checkedUntil,
    ...{ mode, failure, notBefore, lastAnswerAt, freshdeskFailure },
    ...{ accepted, repaired, newestAt, lastAcceptedAt: acceptedAt },
    held: run.held.value.batches,
    outbox: { ...rest, waiting: rest.waiting.length },
    waitedBefore: run.outbox.value.oldestWaiting,
    leftOut: run.outbox.value.leftOut,
    found: run.scan.value.found,
    deepEndedAt: run.scan.value.deepEndedAt,
    queues: run.queues.size(),
    history: withProblem(run.history.value, { failure, freshdeskFailure }, now),
    timeZone: zone?.iana ?? null,
    today: { day: dayText(day), ...today },
    accepted7Days,
    use: limitsUsed(run),
    alert: viewAlert(run.alert.value),
  });
}

function limitsUsed({ budget, entityBudget, session }: Run): Overview['use'] {
  const { ops } = entityBudget.record();
  return {
    // The overview's own operation follows.
    keyValueOps: budget.opsSpent() + 1,
    keyValueLimit: LIMITS.keyValueOpsPerMinute,
    entityOps: ops.reduce((sum, [, count]) => sum + count, 0),
    entityLimit: LIMITS.entityOpsPerMinute,
    freshdeskCalls: session.creditsSpent(),
    freshdeskLimit: session.memory().quota.perMinute,
  };
}

/** What a run leaves to the next ones. */
export function workLeftOf({ outbox, history, scan }: Run, rest: OutboxRest): WorkLeft {
  const { perMinute } = outbox.value;
  const mustGoOn = [
    perMinute >= LIMITS.crowdedContactsPerMinute,
    rest.due + rest.settling > 0,
    rest.isAvailable && !rest.complete,
    isImporting(history.value),
    scan.value.live !== null,
    scan.value.found > 0,
  ];
  if (mustGoOn.includes(true)) return 'much';
  return perMinute >= LIMITS.busyContactsPerMinute ? 'some' : 'none';
}
