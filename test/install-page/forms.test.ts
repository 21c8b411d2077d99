import fs from 'node:fs';
import { parseSettings } from '../../server/setup/settings';

/*
 * The server must be able to read everything that the install page's patterns accept: later changes of settings are
 * checked by these patterns only.
 */

interface Field {
  readonly regex?: Readonly<Record<string, string>>;
}

const FIELDS = JSON.parse(fs.readFileSync('config/iparams.json', 'utf8')) as Readonly<Record<string, Field>>;

function isAccepted(field: string, text: string): boolean {
  const rules = Object.entries(FIELDS[field]?.regex ?? {}).filter(([name]) => !name.endsWith('-error'));
  expect(rules).toHaveLength(1);
  return rules.every(([, rule]) => new RegExp(rule).test(text));
}

function isReadable(field: string, text: string): boolean {
  const parsed = parseSettings({ injixo_api_key: 'a', freshdesk_api_key: 'b', [field]: text });
  return parsed.mistakes.length === 0;
}

const STARTS: readonly (readonly [string, boolean])[] = [
  ['', true],
  ['  ', true],
  ['2026-01-31', true],
  [' 2026-01-31 ', true],
  ['2026-01-31 08:00', true],
  ['2026-01-31 23:59', true],
  ['2026-04-30', true],
  ['2024-02-29', true],
  ['2028-02-29 00:00', true],
  ['2025-02-29', false],
  ['2100-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-09-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-01-32', false],
  ['2026-01-31 24:00', false],
  ['2026-01-31 08:60', false],
  ['2026-01-31T08:00', false],
  ['2026-1-31', false],
  ['31.01.2026', false],
];

it.each(STARTS)('a start of the history "%s": %p', (text, right) => {
  expect([isAccepted('history_from', text), isReadable('history_from', text)]).toEqual([right, right]);
});

it.each([
  ['', true],
  ['1234', true],
  [' 1234 ', true],
  ['12 34', false],
  ['x', false],
  ['-1', false],
  ['1234567890123456', false],
])('an integration configuration ID "%s": %p', (text, right) => {
  expect(isAccepted('injixo_integration_id', text)).toBe(right);
  if (right) expect(isReadable('injixo_integration_id', text)).toBe(true);
});
