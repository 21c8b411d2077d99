import { clearedNote, writeNote } from './note';
import { reportFailure } from './report-failure';
import type { RunContext } from './run-context';
import { settleNote } from './settle-note';
import type { HeldBatch } from './state';
import { writeState } from './write-state';

function withHeld(held: readonly HeldBatch[], batch: HeldBatch): readonly HeldBatch[] {
  return [...held.filter((each) => each.number !== batch.number), batch];
}

/**
 * Carries the run's batch note to its end and, when its contacts are held, lists them in `state` before anything can clear
 * the note. Harmless to do again. Operations: those of settleNote, one more when contacts are held.
 */
export async function settleRunNote(run: RunContext): Promise<void> {
  const held = await settleNote(run.note, {
    store: run.store,
    ledger: run.ledger,
    queueIndex: (identifier) => run.queues.indexOf(identifier),
    now: run.now,
  });
  if (held === null) return;
  run.state = { ...run.state, held: withHeld(run.state.held, held) };
  await writeState(run, 1);
  run.log.warn('contacts held', { batch: held.number, batchSize: held.contacts, reason: held.reason });
}

/** Clears the note once its batch is carried to its end. One operation, none when nothing is noted. */
export async function clearNote(run: RunContext): Promise<void> {
  if (run.note.contacts.length === 0) return;
  run.note = clearedNote(run.note);
  await writeNote(run.store, run.note);
}

/**
 * Finishes what a killed run left: a note with an outcome is carried to its end; the contacts of one without become
 * unclear, and sending begins again with a question and half the batch.
 */
export async function finishLeftNote(run: RunContext): Promise<void> {
  if (run.note.contacts.length === 0) return;
  if (run.note.outcome === null) {
    const failure = reportFailure(run.state.failure, 'run_ended', run.now());
    const batchLimit = Math.max(1, Math.floor(run.state.batchLimit / 2));
    run.state = { ...run.state, mode: 'probe', failure, batchLimit };
  }
  await settleRunNote(run);
  await clearNote(run);
}
