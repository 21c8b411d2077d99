import express from 'express';
import type { Express, Request } from 'express';
import { sendAnswer } from '../support/stand-in/answer';
import type { Answer } from '../support/stand-in/answer';
import type { ReadOnlyClock } from '../support/clock';
import type { FaultList } from '../support/stand-in/fault-list';
import type { InjixoAccount } from './injixo-account';
import { injixoFaultAnswer, takesBatch } from './injixo-fault';
import type { InjixoFault } from './injixo-fault';
import type { InjixoSettings } from './injixo-settings';
import type { ContactEvent } from './contact-event';
import { readBatch } from './read-batch';
import { receiveBatch } from './receive-batch';
import type { InjixoRequest, Verdict } from './receive-batch';
import type { Receipt } from './source-queues';

/** Counters of the requests since the start. */
export interface InjixoTraffic {
  requests: number;
  emptyRequests: number;
  /** Accepted batches. */
  batches: number;
  /** Repeated idempotency keys of accepted batches; for inspection only. */
  readonly repeatedKeys: string[];
}

/** The parts of the API. */
export interface InjixoParts {
  readonly clock: ReadOnlyClock;
  readonly account: InjixoAccount;
  readonly settings: InjixoSettings;
  readonly faults: FaultList<InjixoFault>;
  readonly receipts: Receipt[];
  readonly traffic: InjixoTraffic;
  /** Idempotency keys of all accepted batches with contacts. */
  readonly takenKeys: Set<string>;
}

const toInjixoRequest = (request: Request): InjixoRequest => ({
  isPlainHttp: request.get('x-sandbox-scheme') === 'http',
  authorization: request.get('authorization') ?? '',
  contentType: request.get('content-type') ?? '',
  text: typeof request.body === 'string' ? request.body : '',
});

const contactsIn = (text: string): readonly ContactEvent[] => {
  const read = readBatch(text);
  return 'batch' in read ? read.batch.contacts : [];
};

const applies =
  (contacts: readonly ContactEvent[]) =>
  (fault: InjixoFault): boolean => {
    if (fault.kind === 'refuse') {
      return contacts.some(fault.contact);
    }
    return fault.onlyWithContacts !== true || contacts.length > 0;
  };

const rememberKey = ({ takenKeys, traffic }: InjixoParts, key: string): void => {
  if (takenKeys.has(key)) {
    traffic.repeatedKeys.push(key);
  }
  takenKeys.add(key);
};

const take = (parts: InjixoParts, verdict: Verdict, idempotencyKey: string | undefined): void => {
  const { batch, integrationId } = verdict;
  if (batch === undefined || integrationId === undefined) {
    return;
  }
  const { receipts, traffic } = parts;
  if (idempotencyKey !== undefined && batch.contacts.length > 0) {
    rememberKey(parts, idempotencyKey);
  }
  traffic.batches += 1;
  const at = parts.clock.now();
  receipts.push(
    ...batch.contacts.map((contact) => ({
      ...contact,
      at,
      integrationId,
      idempotencyKey,
      batch: traffic.batches,
    })),
  );
};

const answerContactEvents = (parts: InjixoParts, request: Request): Answer => {
  const read = toInjixoRequest(request);
  const contacts = contactsIn(read.text);
  parts.traffic.requests += 1;
  parts.traffic.emptyRequests += contacts.length === 0 ? 1 : 0;

  const verdict = receiveBatch(read, parts.account, parts.settings);
  const fault = parts.faults.strike(applies(contacts));
  if (fault === undefined || takesBatch(fault)) {
    take(parts, verdict, request.get('idempotency-key'));
  }
  const ordinary: Answer = { latencyMs: parts.settings.latencyMs, ...verdict.answer };
  return fault === undefined ? ordinary : injixoFaultAnswer(fault, ordinary);
};

/** The API as an express app: one documented call, and 404 for everything else. */
export const createInjixoApp = (parts: InjixoParts): Express => {
  const dateMs = (): number => parts.clock.now() + parts.settings.clockSkewMs;
  const app = express();
  app.disable('x-powered-by');
  app.use(express.text({ type: () => true, limit: '20mb' }));
  app.post('/external-systems/contact-events', (request, response) => {
    sendAnswer(response, answerContactEvents(parts, request), dateMs());
  });
  app.use((_request, response) => {
    sendAnswer(response, { status: 404, body: { message: 'not_found' } }, dateMs());
  });
  return app;
};
