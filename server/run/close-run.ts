import { viewAlert } from '../alert/alert-state';
import { notifyPerson } from '../alert/notify';
import { namedTickets, standstillOf } from '../freshdesk/set-aside';
import { recentlyUnreadable } from '../freshdesk/unreadable';
import { isImporting, withProblem } from '../history/history-view';
import { lookAtOutbox, type OutboxRest } from '../live/deliver-outbox';
import type { KnownNames } from '../naming/known-names';
import { viewUnnamed, viewWaits } from '../naming/waits-view';
import { KEYS } from '../platform/keys';
import { followScope } from '../scan/scan-state';
import { lackingNow } from '../sending/in-flight-batch';
import { closeBatch } from '../sending/settle-batch';
import { withNewest } from '../status/activity';
import { lightOf } from '../status/light';
import { makeOverview, whatWaits, type Overview } from '../status/overview';
import { dayText } from '../values/calendar';
import { LIMITS } from '../values/limits';
import { shrinkToFit } from '../values/shrink-to-fit';
import { figuresOf } from '../volumes/delivery-delays';
import { noteActivity } from './note-activity';
import type { Run } from './open-run';

/** What is left in the outbox. A run that could not deliver reads it only at its end, for the page. */
export async function restOf(run: Run): Promise<OutboxRest> {
  return run.rest.value ?? (await lookAtOutbox(run));
}

/** Closes a run, whatever its steps did: batch in flight, trend, alert, state and overview. */
export async function closeRun(run: Run, rest: OutboxRest): Promise<void> {
  if (run.budget.affords(1, 'close')) await run.names.keepGone();
  followScope(run);
  const seen = { ...rest, oldestKept: oldestKeptOf(run) };
  const { oldest, completeUntil } = whatWaits(run.outbox.value.oldestWaiting, seen, run.scan.value);
  const silentSince = rest.isAvailable ? null : (run.outbox.value.silentSince ?? run.now());
  run.outbox.change({ oldestWaiting: oldest, silentSince });
  run.completeUntil.set(run.way === 'live' ? null : completeUntil);
  await closeBatch(run);
  const { keys } = run.outbox.value.waiting;
  const names: KnownNames = keys.length > 0 ? await run.names.all() : new Map();
  const facts = { ...overviewOf(run, rest, names), isImporting: isImporting(run.history.value) };
  const light = lightOf(facts, run.now());
  if (run.canAskFreshdesk) {
    const isFailing = [run.sending, run.freshdesk].some(({ value }) => value.failure !== null);
    await notifyPerson(run, light, isFailing);
  }
  await noteActivity(run, light);
  await run.save(1);
  // Without `changed` the page keeps no day.
  const toFit = [
    (each: Overview) => ({ ...each, activity: withNewest(each.activity) }),
    (each: Overview) =>
      Object.fromEntries(
        Object.entries(each).filter(([field]) => field !== 'changed'),
      ) as unknown as Overview,
  ];
  await run.store.set(KEYS.overview, shrinkToFit(overviewOf(run, rest, names), toFit, LIMITS.stateBytes));
}

/** When the oldest contact happened that waits under a key of its own (ms); null: none that matters does. */
function oldestKeptOf({ kept, outbox }: Run): number | null {
  const times = outbox.value.waiting.keys.map(({ happenedAt }) => happenedAt);
  return kept.value === null ? Math.min(...times) : kept.value.oldest;
}

function overviewOf(run: Run, rest: OutboxRest, names: KnownNames): Overview {
  const { waiting: kept, silentSince, oldestWaiting, leftOut } = run.outbox.value;
  const waits = viewWaits(kept);
  const now = run.now();
  const day = run.calendar.dayOf(now);
  const lost = run.lost();
  const { mode, failure, notBefore, lastAnswerAt } = run.sending.value;
  const { tickMinutes, lastTickAt, madeAt } = run.schedule.value;
  const { zone, setAside } = run.freshdesk.value;
  const history = run.history.value;
  const { checkedUntil, found, deepEndedAt } = run.scan.value;
  const freshdeskFailure = failureOf(run);
  const { accepted, repaired, newestAt, acceptedAt, delays, changed } = run.inFlight.value;
  const { today, accepted7Days } = figuresOf(delays, day);
  return makeOverview({
    ...{ now, installedAt: run.cutOver, completeUntil: run.completeUntil.value },
    ...{ isCutOverKnown: run.isCutOverKnown, tickMinutes, lastTickAt, scheduleMadeAt: madeAt },
    ...{ checkedUntil, found, deepEndedAt },
    ...{ mode, failure, notBefore, lastAnswerAt, freshdeskFailure },
    ...{ accepted, repaired, newestAt, lastAcceptedAt: acceptedAt },
    held: run.held.value.batches,
    outbox: withKept(run, rest, waits),
    ...{ waitedBefore: oldestWaiting, leftOut, storeSilentSince: silentSince },
    lacking: lackingNow(run.inFlight.value, day),
    queues: run.queues.size(),
    history: withProblem(history, { failure, freshdeskFailure }, now),
    timeZone: zone?.iana ?? null,
    today: { day: dayText(day), ...today },
    changed: Object.fromEntries(
      Object.entries(changed).map(([each, number]) => [dayText(Number(each)), number]),
    ),
    ...shownActivity(run),
    ...{ accepted7Days, use: limitsUsed(run), alert: viewAlert(run.alert.value) },
    // Figures of the time before are no longer shown then.
    lost: lost !== null && now - lost.at < LIMITS.lostShownMs ? lost : null,
    setAside: namedTickets([...setAside.tickets, ...(history?.setAside ?? [])]),
    unreadable: unreadableIn(run),
    ...{ way: run.way, checkedFrom: run.checkedFrom, waits, unnamed: viewUnnamed(kept, names) },
  });
}

/** What happened, without what only the next run needs; the last error while a failure lasts; and the settings in use. */
function shownActivity({ activity, sending, freshdesk, settingSums }: Run) {
  const { entries, parts, strip } = activity.value;
  const failing = [sending, freshdesk].find(({ value }) => value.failure !== null);
  return {
    activity: { entries, parts, strip },
    lastError: failing?.value.lastError ?? null,
    settings: settingSums,
  } satisfies Partial<Overview>;
}

/**
 * What is left in the outbox with what waits under keys of its own. With a Freshdesk key replies without facts are due like any
 * others.
 */
function withKept(
  { way, kept }: Run,
  rest: OutboxRest,
  { names, facts, sending }: Required<Overview>['waits'],
) {
  const seen = way === 'checked' ? kept.value : null;
  const due = rest.due + (seen?.due ?? names.contacts + sending.contacts);
  return { ...rest, due, waiting: rest.waiting.length + names.contacts + facts.contacts + sending.contacts };
}

/** What could not be read of Freshdesk's lists and of the outbox. */
function unreadableIn({ freshdesk, outbox, now }: Run): Overview['unreadable'] {
  const rows = recentlyUnreadable(freshdesk.value.unreadable, now());
  const { unreadable: records } = outbox.value;
  if (rows === null && records === 0) return null;
  return { rows: rows?.count ?? 0, at: rows?.lastAt ?? null, records };
}

/** What keeps the app from reading Freshdesk, or the scan or the import from getting past a ticket. */
function failureOf({ freshdesk, history, now }: Run): Overview['freshdeskFailure'] {
  const { failure, setAside } = freshdesk.value;
  const imported = isImporting(history.value) ? history.value : null;
  return failure ?? standstillOf(setAside, now()) ?? imported?.standstill ?? null;
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
    freshdeskLimit: Math.round(session.creditsPerMinute()),
  };
}

/** True while runs are needed every minute: something was recorded or found in the last half hour, or work is left. */
export function hasWork({ outbox, history, scan, inFlight, now }: Run, rest: OutboxRest): boolean {
  const lastAt = Math.max(outbox.value.recordedAt ?? 0, inFlight.value.acceptedAt ?? 0);
  const reasons = [
    rest.waiting.length > 0,
    now() - lastAt < LIMITS.livelyMs,
    outbox.value.waiting.keys.some(({ reason }) => reason === 'sending'),
    rest.isAvailable && !rest.complete,
    isImporting(history.value),
    scan.value.live !== null,
    scan.value.found > 0,
  ];
  return reasons.includes(true);
}
