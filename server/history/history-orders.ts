import type { RunContext } from '../delivery/run-context';
import { readHistory, writeHistory, type HistoryRecord } from './history-record';
import { viewOf } from './history-view';

/** What a person may order about the import. */
export const HISTORY_ORDERS = ['pause', 'resume', 'cancel'] as const;
export type HistoryOrder = (typeof HISTORY_ORDERS)[number];

/** The field of `orders` for an order; pressing twice sets the same field. */
export function historyOrderField(order: HistoryOrder): string {
  return `history_${order}`;
}

/** The order behind a field of `orders`; null for any other field. */
export function readHistoryOrder(field: string): HistoryOrder | null {
  return HISTORY_ORDERS.find((order) => historyOrderField(order) === field) ?? null;
}

const CONTROL: Readonly<Record<HistoryOrder, HistoryRecord['control']>> = {
  pause: 'paused',
  resume: 'go',
  cancel: 'cancelled',
};

/** Pauses, resumes or cancels the import; nothing when there is none. What is sent stays; a resumed one goes on where it was. Two operations. */
export async function obeyHistoryOrder(run: RunContext, order: HistoryOrder): Promise<void> {
  const record = await readHistory(run.store);
  if (record === null) return;
  const changed = { ...record, control: CONTROL[order] };
  await writeHistory(run.store, changed);
  const view = viewOf(changed, run.state, run.now(), run.queues.size());
  run.state = { ...run.state, history: view };
}
