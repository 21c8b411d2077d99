import path from 'node:path';
import { createSandbox, type Sandbox } from '../../create-sandbox';
import type { Comparison } from '../../oracle/comparison';
import { isOwnImport } from '../../injixo/own-import';
import type { Way } from './moment';
import { playDay } from './play-day';

const PACKAGE_DIR = path.resolve(__dirname, '../../../dist');

interface Played {
  readonly lines: readonly string[];
  readonly comparison: Comparison;
  readonly sandbox: Sandbox;
}

async function play(seed: number, way: Way = 'checked'): Promise<Played> {
  const sandbox = await createSandbox({ packageDir: PACKAGE_DIR, seed });
  const lines: string[] = [];
  try {
    const comparison = await playDay({
      sandbox,
      seed,
      way,
      print: (line) => lines.push(...line.split('\n')),
    });
    return { lines, comparison, sandbox };
  } finally {
    await sandbox.stop();
  }
}

it('plays a morning with the injixo API key alone as right, and asks Freshdesk for nothing', async () => {
  const morning = await play(1, 'live');

  expect(morning.comparison).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0, details: [] });
  expect(morning.comparison.contacts).toBeGreaterThan(15);
  expect(morning.sandbox.platform.violations()).toEqual([]);
  expect(morning.lines.filter((line) => line.length > 110)).toEqual([]);
}, 60_000);

describe('the played day', () => {
  let day: Played;
  beforeAll(async () => {
    day = await play(1);
  }, 60_000);

  it('ends with every contact in injixo once, in its queue', () => {
    const { contacts } = day.comparison;

    expect(day.comparison).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0, details: [] });
    expect(contacts).toBeGreaterThan(40);
    expect(day.lines.at(-1)).toBe(`contacts ${contacts}, lost 0, doubled 0`);
  });

  it.each([
    ['the story of the two e-mails', 'CustomerService email Replies'],
    ['a chat reply', 'CustomerService chat Replies'],
    ['a phone reply on a WhatsApp ticket', 'Technical Support phone Replies'],
    ['a ticket routed after some minutes', 'Sales email Tickets'],
    ['a reply to an outbound e-mail', 'Sales email Replies'],
    ['a ticket that is never routed', 'No group email Tickets'],
    ["a source of the account's own", 'CustomerService Fax Tickets'],
    ['spam and a deleted ticket', 'Unknown group/source Tickets'],
    ['a reply to a deleted ticket', 'Unknown group/source Replies'],
  ])('shows %s', (_what, queueName) => {
    expect(day.sandbox.injixo.queues().map((queue) => queue.queueName)).toContain(queueName);
  });

  it('opens with weeks of past volumes that injixo imported itself', () => {
    const own = day.sandbox.injixo.receipts.filter(isOwnImport);

    expect(own.length).toBeGreaterThan(300);
    expect(new Set(own.map(({ queueName }) => queueName))).toContain('CustomerService email Tickets');
    expect(own.every(({ timestamp }) => timestamp < '2026-11-02T07:50:00Z')).toBe(true);
  });

  it('gives a renamed group no second queue', () => {
    const names = day.sandbox.injixo.queues().map(({ queueName }) => queueName);

    expect(names.filter((name) => name.startsWith('Sales and Orders'))).toEqual([]);
  });

  it.each([
    'agent’s e-mail',
    'migration tool',
    'internal task',
    'agent wrote it',
    'private',
    'survey',
    'only changed',
  ])('leaves something out as %s', (reason) => {
    expect(day.lines.some((line) => line.includes('left out') && line.includes(reason))).toBe(true);
  });

  it.each([
    'refused: “injixo refused its API key',
    'not taken and kept',
    'checks injixo',
    'light says: delayed (injixo_down)',
    'delivered 3 times',
  ])('tells “%s”', (words) => {
    expect(day.lines.some((line) => line.includes(words))).toBe(true);
  });

  it('counts thrown-away tickets once each in Unknown', () => {
    const queues = day.sandbox.injixo.queues().filter((queue) => !isOwnImport(queue));

    expect(queues.find(({ queueName }) => queueName === 'Unknown group/source Tickets')?.offered).toBe(2);
  });

  it('is readable on a plain terminal', () => {
    expect(day.lines.filter((line) => line.length > 110)).toEqual([]);
    // eslint-disable-next-line no-control-regex -- that there are no control characters is what is tested
    expect(day.lines.filter((line) => /[\u0000-\u001f]/.test(line))).toEqual([]);
  });

  it('breaks no rule of the platform', () => {
    expect(day.sandbox.platform.violations()).toEqual([]);
  });

  it('speaks of no ticket that it has not opened', () => {
    expect(day.lines.filter((line) => line.includes('#?'))).toEqual([]);
  });

  it('is the same day for the same seed', async () => {
    expect((await play(1)).lines).toEqual(day.lines);
  }, 60_000);

  it('is another day, and as right, for another seed', async () => {
    const other = await play(2);

    expect(other.lines).not.toEqual(day.lines);
    expect(other.comparison).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  }, 60_000);
});
