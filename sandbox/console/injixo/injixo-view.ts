import type { Injixo } from '../../injixo/create-injixo';
import { isOwnImport } from '../../injixo/own-import';
import { INTERVALS_MS } from '../../injixo/source-queues';
import type { InjixoView, IntegrationRow, IntervalName, ReceiptRow } from './contract';

function integrationRows({ account }: Injixo): readonly IntegrationRow[] {
  return account
    .listIntegrations()
    .filter(({ isDeleted }) => !isDeleted)
    .map(({ id, name, domain }) => {
      const made = account.keysMadeAt(id);
      return {
        id,
        name,
        domain,
        keyMadeAt: made.at(-1) ?? null,
        expiredKeys: Math.max(0, made.length - 1),
      };
    });
}

/** Integrations and source queues. */
export function injixoView(injixo: Injixo): InjixoView {
  const queues = injixo.queues().map(({ queueIdentifier, queueName, channel, offered }) => ({
    identifier: queueIdentifier,
    name: queueName,
    channel,
    offered,
    isOwn: isOwnImport({ queueIdentifier }),
  }));
  // What the app brought is what people look for: it comes before what injixo imported itself.
  const [own, brought] = [true, false].map((isOwn) => queues.filter((queue) => queue.isOwn === isOwn));
  return {
    integrations: integrationRows(injixo),
    queues: [...(brought ?? []), ...(own ?? [])],
    offered: queues.reduce((sum, { offered }) => sum + offered, 0),
  };
}

/** The receipts of one bar, of one queue or of all. */
export function receiptRows(
  injixo: Injixo,
  bar: { readonly interval: IntervalName; readonly start: number; readonly queue: string },
): readonly ReceiptRow[] {
  const end = bar.start + INTERVALS_MS[bar.interval];
  return injixo.receipts
    .filter(({ queueIdentifier }) => bar.queue === '' || queueIdentifier === bar.queue)
    .filter(({ timestamp }) => Date.parse(timestamp) >= bar.start && Date.parse(timestamp) < end)
    .map(({ timestamp, queueName, channel, handled, at, batch }) => ({
      timestamp,
      queue: queueName,
      channel,
      handled,
      takenAt: at,
      batch,
    }))
    .sort((left, right) => left.timestamp.localeCompare(right.timestamp));
}
