import { continueHistory } from '../history/continue-history';
import { deliverOutbox } from '../live/deliver-outbox';
import { deliverWaiting } from '../live/deliver-waiting';
import { rememberTold } from '../live/remember-told';
import { removeUndeleted } from '../outbox/remove-records';
import type { ScheduleData } from '../platform/ports';
import { beginScan, continueScan, sendFound } from '../scan/scan';
import { isLeftAlone, needsProbe, probeInjixo, resumeByDecision } from '../sending/probe';
import { recoverInterruptedBatch } from '../sending/settle-batch';
import { noteFailure } from '../sending/sending-state';
import { errorCode } from '../values/app-error';
import { LIMITS } from '../values/limits';
import { closeRun, hasWork, restOf } from './close-run';
import { applyCommands } from './commands';
import { openRun, type Run, type RunDeps } from './open-run';
import { planNextRuns } from './plan-next-runs';
import { refreshAccount } from './refresh-account';

const END = 'end';

/** A step does what time and operations allow, and leaves the rest to the next run. */
interface Step {
  readonly name: string;
  /** Resolves to END when no further step may follow; the run closes all the same. */
  take(run: Run): Promise<unknown>;
}

/** True when nothing can be sent in this run. Live, that is so while injixo asks to wait, too: nothing else is left to do. */
async function isInjixoOff(run: Run): Promise<boolean> {
  if (run.unusable === 'settings') noteFailure(run, 'settings_invalid');
  if (run.unusable !== null) return true;
  const isAlone = run.way === 'live' && isLeftAlone(run);
  const isAsked = run.hasNewSettings || needsProbe(run.sending.value.mode) || isAlone;
  return isAsked && !(await probeInjixo(run));
}

/** One run, between the lease (`openRun`) and its close (`closeRun`). A step may rely on those before it. */
const STEPS: readonly Step[] = [
  { name: 'delete the records that were left', take: removeUndeleted },
  { name: 'recover the interrupted batch', take: recoverInterruptedBatch },
  {
    name: 'apply commands that send nothing',
    take: (run) => {
      const isDecided = run.commands.some(({ command }) => command === 'send' || command === 'discard');
      if (isDecided) resumeByDecision(run);
      const silent = run.commands.filter(({ command }) => command !== 'send');
      return applyCommands(run, silent);
    },
  },
  {
    // Live, what events told is taken out of the outbox all the same: it must not fill.
    name: 'check injixo',
    take: async (run) => {
      if (!(await isInjixoOff(run))) return undefined;
      if (run.way === 'checked') return END;
      run.rest.set(await deliverOutbox(run, true));
      await deliverWaiting(run, true);
      return END;
    },
  },
  {
    name: 'check Freshdesk',
    take: async (run) => {
      const mustCheck = run.freshdesk.value.failure !== null || (run.hasNewSettings && run.way === 'checked');
      return mustCheck && !(await run.session.check()) ? END : undefined;
    },
  },
  { name: 'refresh the account', take: refreshAccount },
  {
    // These commands send contacts, so they wait until injixo and Freshdesk answer.
    name: 'resend held batches',
    take: (run) => {
      const sending = run.commands.filter(({ command }) => command === 'send');
      return applyCommands(run, sending);
    },
  },
  {
    name: 'read changed tickets',
    take: async (run) => {
      if (run.way === 'checked') run.begun.set(await beginScan(run));
    },
  },
  { name: 'deliver the outbox', take: async (run) => run.rest.set(await deliverOutbox(run, false)) },
  {
    name: 'deliver what waited',
    take: async (run) => {
      const kept = await deliverWaiting(run, false);
      run.kept.set(kept);
      const { complete, tickets } = await restOf(run);
      const keptTickets = (kept?.contacts ?? []).map(({ contact }) => contact.ticketId);
      if (!complete || kept === null) return;
      const waiting = new Set([...tickets, ...keptTickets]);
      // Tickets that were set aside for contacts of which none waits any more.
      run.session.tickets.release(({ from, ticketId }) => from === null && !waiting.has(ticketId));
    },
  },
  {
    // Live, only what an earlier scan had found is still sent. What waits under keys of its own is no news to the scan.
    name: 'go on with the scan',
    take: async (run) => {
      if (run.way === 'live') return await sendFound(run);
      const kept = run.kept.value;
      if (kept === null) return;
      const { waiting, complete, isAvailable } = await restOf(run);
      const keptIds = kept.contacts.map(({ contact }) => contact.contactId);
      const known = { contactIds: new Set([...waiting, ...keptIds]), complete: complete || !isAvailable };
      await continueScan(run, run.begun.value, known);
    },
  },
  {
    // It uses what live contacts and the scan left of the run.
    name: 'go on with the history',
    take: async (run) => {
      if ((await restOf(run)).due === 0) await continueHistory(run);
    },
  },
  {
    // In quiet times an empty request shows that injixo still answers.
    name: 'keep the light honest',
    take: async (run) => {
      const { mode, lastAnswerAt } = run.sending.value;
      // A timestamp in the future means the clock was wrong.
      const isQuiet = Math.abs(run.now() - (lastAnswerAt ?? 0)) >= LIMITS.quietMs;
      if (!needsProbe(mode) && isQuiet && run.budget.mayPost()) await probeInjixo(run);
    },
  },
  {
    // The scan's list shows every ticket that changed: facts that wait for it spare each run's operations. Chats do not wait
    // for it: where the key goes before, their repeated first message would count.
    name: 'remember what was told',
    take: async (run) => {
      const rest = await restOf(run);
      const isChatTold = rest.told.some(({ requesterId }) => requesterId !== null);
      if (run.begun.value !== null || rest.facts.length > 0 || isChatTold) await rememberTold(run, rest);
    },
  },
];

/** A tick that could do nothing plans the runs up to the tick after next all the same: it costs no more than its minute. */
async function planAfterNothing(
  { scheduler, log }: RunDeps,
  trigger: ScheduleData,
  now: number,
): Promise<void> {
  if (trigger.kind !== 'tick') return;
  const { cutOver = null } = trigger;
  await planNextRuns(scheduler, trigger, { cutOver, lastTickAt: now, hasWork: true, now, log });
}

/**
 * One run under the lease. It never rejects: the next run does what this one could not. Resolves to the code of what stopped
 * it; null: nothing did, or another run has the lease. @ops at most 32
 */
export async function runDelivery(deps: RunDeps, trigger: ScheduleData): Promise<string | null> {
  const startedAt = deps.now();
  try {
    const run = await openRun(deps, trigger);
    if (run === null) {
      deps.log.info('another run has the lease');
      await planAfterNothing(deps, trigger, startedAt);
      return null;
    }
    for (const step of STEPS) {
      if ((await step.take(run)) === END) break;
    }
    const rest = await restOf(run);
    await closeRun(run, rest);
    await planNextRuns(deps.scheduler, trigger, {
      cutOver: run.isCutOverKnown ? run.cutOver : null,
      lastTickAt: run.schedule.value.lastTickAt,
      hasWork: hasWork(run, rest),
      now: run.budget.startedAt,
      log: run.log,
    });
    deps.log.info('run ended', {
      accepted: run.inFlight.value.accepted,
      waiting: rest.waiting.length,
      mode: run.sending.value.mode,
      keyValueOps: run.budget.opsSpent(),
      freshdeskCalls: run.session.creditsSpent(),
      durationMs: run.now() - run.budget.startedAt,
    });
    return null;
  } catch (error) {
    deps.log.error('run stopped, the next one goes on', { code: errorCode(error) });
    await planAfterNothing(deps, trigger, startedAt);
    return errorCode(error);
  }
}
