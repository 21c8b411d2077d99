import type { Channel, ContactEvent } from './contact-event';

/** A contact that injixo accepted; contacts are summed and never removed. */
export interface Receipt extends ContactEvent {
  /** When injixo accepted it. */
  readonly at: number;
  readonly integrationId: number;
  /** The sender's `Idempotency-Key`, recorded and otherwise ignored. */
  readonly idempotencyKey: string | undefined;
  /** Number of the request that contained it. */
  readonly batch: number;
}

/** A source queue: a permanent combination of identifier, name and integration. */
export interface SourceQueue {
  readonly queueIdentifier: string;
  readonly queueName: string;
  readonly integrationId: number;
  readonly channel: Channel;
  readonly offered: number;
  readonly handled: number;
}

/** The number of a queue's contacts in one interval. */
export interface Volume {
  readonly queueIdentifier: string;
  readonly queueName: string;
  /** Start of the interval. */
  readonly start: string;
  readonly offered: number;
  readonly handled: number;
}

/** Interval lengths. */
export const INTERVALS_MS = { quarter: 900_000, hour: 3_600_000, day: 86_400_000 } as const;
/** The interval of a volume report. */
export type Interval = keyof typeof INTERVALS_MS;

const isOne = (flag: boolean): number => (flag ? 1 : 0);

const startOf = (timestamp: string, interval: Interval): string => {
  const length = INTERVALS_MS[interval];
  return new Date(Math.floor(Date.parse(timestamp) / length) * length).toISOString();
};

const groupBy = (
  receipts: readonly Receipt[],
  keyOf: (receipt: Receipt) => string,
): readonly (readonly [Receipt, readonly Receipt[]])[] => {
  const groups = new Map<string, [Receipt, Receipt[]]>();
  receipts.forEach((receipt) => {
    const group = groups.get(keyOf(receipt));
    if (group === undefined) {
      groups.set(keyOf(receipt), [receipt, [receipt]]);
    } else {
      group[1].push(receipt);
    }
  });
  return [...groups.values()];
};

const sums = (receipts: readonly Receipt[]): { readonly offered: number; readonly handled: number } => ({
  offered: receipts.reduce((sum, { offered }) => sum + isOne(offered), 0),
  handled: receipts.reduce((sum, { handled }) => sum + isOne(handled), 0),
});

const queueKey = ({ queueIdentifier, queueName, integrationId }: Receipt): string =>
  JSON.stringify([queueIdentifier, queueName, integrationId]);

/** The queues of these receipts, in the order of creation. */
export const queuesOf = (receipts: readonly Receipt[]): readonly SourceQueue[] =>
  groupBy(receipts, queueKey).map(([{ queueIdentifier, queueName, integrationId, channel }, all]) => ({
    queueIdentifier,
    queueName,
    integrationId,
    channel,
    ...sums(all),
  }));

/** Volumes per queue and interval, oldest first. */
export const volumesOf = (receipts: readonly Receipt[], interval: Interval): readonly Volume[] =>
  groupBy(receipts, (receipt) => `${startOf(receipt.timestamp, interval)} ${queueKey(receipt)}`)
    .map(([{ queueIdentifier, queueName, timestamp }, all]) => ({
      queueIdentifier,
      queueName,
      start: startOf(timestamp, interval),
      ...sums(all),
    }))
    .sort((left, right) => left.start.localeCompare(right.start));
