import type { LogEntry } from '../../platform/runtime/app-log';
import type { Receipt } from '../../injixo/source-queues';
import { createLogNarrator } from './narrate-log';

const NINE = Date.parse('2026-11-02T09:00:00Z');

function entry(
  invocation: number,
  message: string,
  fields: object = {},
  level: LogEntry['level'] = 'info',
): LogEntry {
  const text = JSON.stringify({ level, message, ...fields });
  return { at: NINE + invocation * 1000, level, invocation, text };
}

const recorded = (invocation: number, contactId: string) => entry(invocation, 'recorded', { contactId });
const notCounted = (invocation: number, reason: string) => entry(invocation, 'not counted', { reason });
const sent = (invocation: number, batchSize: number, outcome: string) =>
  entry(invocation, 'batch sent', { batchSize, outcome });
const ended = (invocation: number, waiting = 0, mode = 'normal') =>
  entry(invocation, 'run ended', { waiting, mode });

function receipt(queueName: string): Receipt {
  const event = { queueName, queueIdentifier: queueName, timestamp: '2026-11-02T08:59:00Z' };
  const flags = { channel: 'cases', offered: true, handled: true } as const;
  return { ...event, ...flags, at: NINE, integrationId: 1, idempotencyKey: undefined, batch: 1 };
}

const tell = (log: readonly LogEntry[], receipts: readonly Receipt[] = []) =>
  createLogNarrator()(log, receipts).map(({ text }) => text);

describe('the told log', () => {
  it.each([
    ['a contact', [recorded(1, 'ticket:1')], ['recorded ticket:1, waiting']],
    [
      'the same contact again',
      [recorded(1, 'ticket:1'), recorded(2, 'ticket:1')],
      ['recorded ticket:1 (delivered 2 times), waiting'],
    ],
    [
      'many contacts',
      [1, 2, 3, 4].map((id) => recorded(id, `ticket:${id}`)),
      ['recorded 4 contacts, waiting'],
    ],
    [
      'what is left out',
      [notCounted(1, 'agent'), notCounted(2, 'survey')],
      ['left out: an agent wrote it, it answers a survey'],
    ],
    [
      'what is left out and noted',
      [recorded(1, 'ticket:1'), notCounted(1, 'outbound')],
      ['left out: an agent’s e-mail opened the ticket'],
    ],
    ['a run without work', [ended(1)], []],
    [
      'a batch that is not taken',
      [sent(1, 2, 'not taken'), ended(1, 2)],
      ['sent 2; 2 not taken and kept; 2 waiting'],
    ],
    [
      'questions in vain once',
      [ended(1, 0, 'probe'), ended(2, 0, 'probe')],
      ['checks injixo: not ready; nothing is sent, all is kept'],
    ],
    ['a warning', [entry(1, 'event refused', {}, 'warn')], ['warn: event refused']],
    ['a line that is no JSON', [{ at: NINE, level: 'error', invocation: 1, text: 'oh' }], ['error: oh']],
  ] as const)('has %s', (_what, log, lines) => {
    expect(tell(log)).toEqual(lines);
  });

  it('names the queues of what was accepted', () => {
    const log = [sent(1, 2, 'accepted'), ended(1, 1)];

    expect(tell(log, [receipt('Sales email Tickets'), receipt('Sales email Tickets')])).toEqual([
      'sent 2, accepted: Sales email Tickets; 1 waiting',
    ]);
  });

  it('goes on where it stopped', () => {
    const narrator = createLogNarrator();
    const log = [recorded(1, 'ticket:1')];
    narrator(log, []);

    expect(narrator([...log, recorded(2, 'ticket:2')], [])).toEqual([
      { at: NINE + 2000, who: 'app', text: 'recorded ticket:2, waiting' },
    ]);
  });
});
