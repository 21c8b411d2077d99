import { viewAlert } from '../alert/alert-state';
import { notifyPerson } from '../alert/notify';
import { isImporting, withProblem } from '../history/history-view';
import { lookAtOutbox, type OutboxRest } from '../live/deliver-outbox';
import { noteOldest } from '../outbox/outbox-state';
import { KEYS } from '../platform/keys';
import { followScope } from '../scan/scan-state';
import { closeBatch } from '../sending/settle-batch';
import { lightOf } from '../status/light';
import { completeUntil, makeOverview, oldestWaiting, type Overview } from '../status/overview';
import { dayText } from '../values/calendar';
import { LIMITS } from '../values/limits';
import { acceptedInWeek, figuresOf } from '../volumes/delivery-delays';
import type { Run } from './open-run';
import type { WorkLeft } from './plan-next-runs';

function limitsUsed({ budget, entityBudget, session }: Run): Overview['use'] {
  const { ops } = entityBudget.record();
  return {
    // The overview's own operation is the run's last.
    keyValueOps: budget.opsSpent() + 1,
    keyValueLimit: LIMITS.keyValueOpsPerMinute,
    entityOps: ops.reduce((sum, [, count]) => sum + count, 0),
    entityLimit: LIMITS.entityOpsPerMinute,
    freshdeskCalls: session.creditsSpent(),
    freshdeskLimit: session.memory().quota.perMinute,
  };
}

function daysOf({ inFlight, calendar }: Run, now: number): Pick<Overview, 'today' | 'accepted7Days'> {
  const day = calendar.dayOf(now);
  const { delays } = inFlight.value;
  return {
    today: { day: dayText(day), ...figuresOf(delays, day) },
    accepted7Days: acceptedInWeek(delays, day),
  };
}

function overviewOf(run: Run, rest: OutboxRest): Overview {
  const now = run.now();
  const { mode, failure, notBefore, lastAnswerAt } = run.sending.value;
  const { failure: freshdeskFailure, zone } = run.freshdesk.value;
  const { accepted, repaired, newestAt, acceptedAt } = run.inFlight.value;
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
    ...daysOf(run, now),
    use: limitsUsed(run),
    alert: viewAlert(run.alert.value),
  });
}

async function notify(run: Run, rest: OutboxRest): Promise<void> {
  if (!run.canAskFreshdesk) return;
  const facts = { ...overviewOf(run, rest), isImporting: isImporting(run.history.value) };
  const isFailing = run.sending.value.failure !== null || run.freshdesk.value.failure !== null;
  await notifyPerson(run, lightOf(facts, run.now()), isFailing);
}

/** What is left in the outbox; a run that could not deliver looks only now, because the page has to tell it. */
export async function restOf(run: Run): Promise<OutboxRest> {
  return run.rest.value ?? (await lookAtOutbox(run));
}

/** Ends a run, whatever its steps came to: the batch in flight, trend, alert, state and overview. */
export async function closeRun(run: Run, rest: OutboxRest): Promise<void> {
  followScope(run);
  const { deepUntil, checkedUntil } = run.scan.value;
  const oldest = oldestWaiting(run.outbox.value.oldestWaiting, rest, deepUntil);
  noteOldest(run.outbox, oldest);
  run.completeUntil.set(completeUntil(checkedUntil, oldest));
  await closeBatch(run);
  await notify(run, rest);
  await run.save(1);
  await run.store.set(KEYS.overview, overviewOf(run, rest));
}

function mustGoOn(run: Run, rest: OutboxRest): boolean {
  return (
    run.outbox.value.perMinute >= LIMITS.crowdedContactsPerMinute ||
    rest.due + rest.settling > 0 ||
    isImporting(run.history.value) ||
    (rest.isAvailable && !rest.complete) ||
    run.scan.value.live !== null ||
    run.scan.value.found > 0
  );
}

/** What a run leaves for the next ones. */
export function workLeftOf(run: Run, rest: OutboxRest): WorkLeft {
  if (mustGoOn(run, rest)) return 'much';
  return run.outbox.value.perMinute >= LIMITS.busyContactsPerMinute ? 'some' : 'none';
}
