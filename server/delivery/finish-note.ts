import type { DaySums } from './day-sums';
import { clearedNote, writeNote, type BatchNote } from './note';
import { opsToEndRun } from './ops-to-end';
import { reportFailure } from './failure';
import type { RunContext } from './run-context';
import { settleNote, type SettledNote } from './settle-note';
import type { HeldBatch } from './state';
import { addToTrend } from './trend';
import { writeState } from './write-state';

function withoutShrunk(held: readonly HeldBatch[], shrunk: SettledNote['shrunk']): readonly HeldBatch[] {
  if (shrunk === null) return held;
  const left = held.map((each) =>
    each.number === shrunk.number ? { ...each, contacts: shrunk.contacts } : each,
  );
  return left.filter((each) => each.contacts > 0);
}

/** The held batches after a note was settled. */
function heldAfter(held: readonly HeldBatch[], settled: SettledNote): readonly HeldBatch[] {
  const left = withoutShrunk(held, settled.shrunk);
  const { held: added } = settled;
  return added === null ? left : [...left.filter((each) => each.number !== added.number), added];
}

/**
 * Carries the run's batch note to its end and lists in `state` what is held, before anything can clear the note. Harmless
 * to do again. Operations: those of settleNote, one more when held batches changed.
 */
export async function settleRunNote(run: RunContext): Promise<void> {
  const settled = await settleNote(run.note, {
    store: run.store,
    ledger: run.ledger,
    queueIndex: (identifier) => run.queues.indexOf(identifier),
    now: run.now,
  });
  if (settled.held === null && settled.shrunk === null) return;
  run.state = { ...run.state, held: heldAfter(run.state.held, settled) };
  await writeState(run, 1);
  const { held } = settled;
  if (held !== null) {
    run.log.warn('contacts held', { batch: held.number, batchSize: held.contacts, reason: held.reason });
  }
}

/** Clears the note once its batch is carried to its end. One operation, none when nothing is noted. */
async function clearNote(run: RunContext, unsummed: DaySums): Promise<void> {
  const isClear = run.note.contacts.length === 0 && !hasSums(run.note);
  run.note = { ...clearedNote(run.note), unsummed };
  if (!isClear) await writeNote(run.store, run.note);
}

function hasSums({ unsummed }: BatchNote): boolean {
  return Object.keys(unsummed).length > 0;
}

/**
 * Ends a run's note: adds to the trend what the note has for it, and clears it. With too few operations left the next run
 * does the first before it sends anything. Operations: opsToEndRun without state and overview.
 */
export async function closeNote(run: RunContext): Promise<void> {
  const { number, unsummed } = run.note;
  const affordable = run.budget.opsLeft() >= opsToEndRun(run);
  if (affordable) await addToTrend(run.store, number, unsummed);
  await clearNote(run, affordable ? {} : unsummed);
}

/**
 * Finishes what a killed run left: a note with an outcome is carried to its end; the contacts of one without become
 * unclear, and sending begins again with a question and half the batch.
 */
export async function finishLeftNote(run: RunContext): Promise<void> {
  if (run.note.contacts.length > 0) await finishLeftBatch(run);
  // Sums that are in the trend already must not meet those of a further batch: all of them now, or none.
  await addToTrend(run.store, run.note.number, run.note.unsummed);
  await clearNote(run, {});
}

async function finishLeftBatch(run: RunContext): Promise<void> {
  if (run.note.outcome === null) {
    const failure = reportFailure(run.state.failure, 'run_ended', run.now());
    const batchLimit = Math.max(1, Math.floor(run.state.batchLimit / 2));
    run.state = { ...run.state, mode: 'probe', failure, batchLimit };
  }
  await settleRunNote(run);
}
