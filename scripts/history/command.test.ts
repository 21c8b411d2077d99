import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { HISTORY_PROBLEMS } from '../../server/history/history-view';
import { CSV_HEAD } from './write-csv';

const ROOT = path.resolve(__dirname, '../..');
const run = promisify(execFile);

/** Starts `npm run history` without a terminal and without a key. */
function history(...args: readonly string[]) {
  const env = { ...process.env, FRESHDESK_API_KEY: '' };
  return run(process.execPath, ['--import', 'tsx', 'scripts/history/history.ts', ...args], {
    cwd: ROOT,
    env,
  });
}

it('needs no key in the sandbox: a table of the queues, what is out of reach, and CSV files', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'history-'));

  const { stdout } = await history('--sandbox', '--to', folder);

  const [file = ''] = fs.readdirSync(folder);
  const [head, ...rows] = fs.readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n');
  expect(`${head}\n`).toBe(CSV_HEAD);
  expect(rows.length).toBeGreaterThan(1_000);
  expect(stdout).toContain(`${rows.length} contacts from `);
  expect(stdout).toMatch(/│ CustomerService email Tickets +│ cases +│ +\d+ │ \d{4}-\d\d-\d\d │/);
  expect(stdout).toMatch(new RegExp(`│ all \\d+ queues +│ +│ +${rows.length} │`));
  expect(stdout).toMatch(/^100 %: \d+ tickets, \d+ contacts, \d+ calls$/m);
  expect(stdout).toContain('Archived tickets: Freshdesk does not list them.');
  expect(stdout).toMatch(/About \d+ ticket numbers of this time are archived, spam or permanently deleted\./);
  fs.rmSync(folder, { recursive: true });
});

it.each([
  ['a key as an argument', ['--sandbox', '--key', 'secret'], /Unknown option '--key'/],
  ['no account', ['--from', '2026-01-01'], /Which account\?/],
  ['no key', ['--domain', 'acme.freshdesk.com', '--from', '2026-01-01'], /Set FRESHDESK_API_KEY/],
  ['a start in the future', ['--sandbox', '--from', '2030-01-01'], HISTORY_PROBLEMS.start_in_future],
])('refuses %s', async (_what, args, sentence) => {
  await expect(history(...args)).rejects.toThrow(sentence);
});
