import type { Receipt } from '../../injixo/source-queues';
import type { AppLine } from './app-line';

const MAX_QUEUES_NAMED = 2;

/** What is known of a run when it has ended. */
export interface EndedRun {
  readonly ended: AppLine;
  readonly batches: readonly AppLine[];
  /** What injixo took of it. */
  readonly receipts: readonly Receipt[];
}

function narrateQueues(receipts: readonly Receipt[]): string {
  const names = [...new Set(receipts.map(({ queueName }) => queueName))];
  return names.length > MAX_QUEUES_NAMED ? `${names.length} queues` : names.join(', ');
}

const sizeOf = ({ fields }: AppLine): number => Number(fields['batchSize']);

function narrateBatches(batches: readonly AppLine[], receipts: readonly Receipt[]): readonly string[] {
  const sent = batches.map(sizeOf).reduce((sum, size) => sum + size, 0);
  const refused = batches.filter(({ fields }) => fields['outcome'] !== 'accepted');
  const kept = refused.map((batch) => `${sizeOf(batch)} ${String(batch.fields['outcome'])} and kept`);
  if (receipts.length === 0) return [`sent ${sent}`, ...kept];
  const accepted = receipts.length < sent ? `${receipts.length} accepted` : 'accepted';
  return [`sent ${sent}, ${accepted}: ${narrateQueues(receipts)}`, ...kept];
}

/** What a run did; nothing when it had nothing to do. */
export function narrateRun({ ended, batches, receipts }: EndedRun): string {
  const waiting = Number(ended.fields['waiting'] ?? 0);
  if (batches.length > 0)
    return [...narrateBatches(batches, receipts), ...(waiting > 0 ? [`${waiting} waiting`] : [])].join('; ');
  const isAsking = ['probe', 'paused'].includes(String(ended.fields['mode']));
  return isAsking ? 'asks injixo whether it is well: no; nothing is sent, all is kept' : '';
}
