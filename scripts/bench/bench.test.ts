import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { percentile } from './figures';
import { formatDelay } from './print-figures';

const ROOT = path.resolve(__dirname, '../..');
const run = promisify(execFile);

function bench(...args: readonly string[]) {
  return run(process.execPath, ['--import', 'tsx', 'scripts/bench/bench.ts', ...args], { cwd: ROOT });
}

/** The figures of every row with this label, one entry per table. */
function figuresIn(output: string, label: string): readonly string[] {
  const rows = output.split('\n').map((line) => line.split('│').map((cell) => cell.trim()));
  return rows.filter(([, head]) => head === label).map((cells) => cells.slice(2, -1).join(' '));
}

it('prints the figures of both designs and their ratios', async () => {
  const { stdout } = await bench('--loads', '3', '--minutes', '4', '--burst', '20', '--parts', 'times,loads');

  const [app, naive] = figuresIn(stdout, 'contacts');
  expect(app).toBe('12 20');
  expect(naive).toBe('12 20');
  expect(figuresIn(stdout, 'lost')).toEqual(['0 0', '0 0']);
  expect(figuresIn(stdout, 'doubled')).toEqual(['0 0', '0 0']);
  expect(figuresIn(stdout, 'kv calls per contact')[0]).toMatch(/^(\d+\.\d\d ?){2}$/);
  expect(figuresIn(stdout, 'Freshdesk calls per contact')).toHaveLength(3);
  expect(figuresIn(stdout, 'Freshdesk credits per contact')).toHaveLength(3);
  expect(stdout).toMatch(/event handler +\d+\.\d ms/);
});

it('imports a history with the app in a process of its own', async () => {
  const { stdout } = await bench('--parts', 'history', '--history', '300', '--latencies', '120');

  expect(figuresIn(stdout, 'lost, doubled, in a wrong queue')).toEqual(['0, 0, 0']);
  expect(figuresIn(stdout, 'kv calls refused, rules broken')).toEqual(['0, 0']);
  expect(figuresIn(stdout, "memory of the app's process")[0]).toMatch(/^\d+ MB at most, \d+ MB before$/);
  expect(figuresIn(stdout, 'credits for 1,000 tickets')).toHaveLength(2);
});

it("keeps the page's calls within its share of the platform's limits, with 500 queues", async () => {
  const { stdout } = await bench('--parts', 'page');

  const calls = ['queues', 'day', 'days', 'difference'].map(
    (view) => figuresIn(stdout, `getVolumes, ${view}`)[0],
  );
  expect(figuresIn(stdout, 'getOverview')[0]).toMatch(/^[\d.]+ 1 /);
  for (const call of calls) expect(Number(call?.split(' ')[1])).toBeLessThanOrEqual(15);
});

it('refuses what is no load', async () => {
  await expect(bench('--loads', 'many')).rejects.toThrow('--loads takes whole numbers, not many.');
});

it('refuses a part that it does not have', async () => {
  await expect(bench('--parts', 'loads,coffee')).rejects.toThrow('not coffee.');
});

describe('percentile', () => {
  it.each([
    [[], 0.5, 0],
    [[3], 0.99, 3],
    [[4, 1, 3, 2], 0.5, 2],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 99],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

it.each([
  [1.72, '1.7 s'],
  [210, '3.5 min'],
  [70_403, '19.6 h'],
])('says a delay of %d seconds as %s', (seconds, text) => {
  expect(formatDelay(seconds)).toBe(text);
});
