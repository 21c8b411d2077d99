import type { AccessFindings } from './check-access';
import { parseSettings } from './settings';
import { fieldChecks, settingsChecks, uncheckedSettings } from './check-lines';

const FINE: AccessFindings = { injixo: null, agent: null, role: null };

function results(findings: Partial<AccessFindings>): readonly string[] {
  return settingsChecks({ ...FINE, ...findings }, 'checked').map(({ result }) => result);
}

it('is ok on every line when nothing is wrong', () => {
  expect(settingsChecks(FINE, 'checked')).toEqual([
    { check: 'injixo_key', result: 'ok', code: null },
    { check: 'injixo_integration', result: 'ok', code: null },
    { check: 'freshdesk_key', result: 'ok', code: null },
    { check: 'freshdesk_scope', result: 'ok', code: null },
    { check: 'freshdesk_role', result: 'ok', code: null },
  ]);
});

it.each<[Partial<AccessFindings>, string]>([
  [{ injixo: 'injixo_key' }, 'failed unknown ok ok ok'],
  [{ injixo: 'injixo_integration_needed' }, 'ok failed ok ok ok'],
  // A wrong address answers the same, before it looks at the key.
  [{ injixo: 'injixo_integration_unknown' }, 'unknown failed ok ok ok'],
  [{ injixo: 'injixo_unreachable' }, 'unknown unknown ok ok ok'],
  [{ agent: 'freshdesk_key' }, 'ok ok failed unknown unknown'],
  [{ agent: 'freshdesk_plan' }, 'ok ok unknown unknown unknown'],
  [{ agent: 'freshdesk_suspended' }, 'ok ok unknown unknown unknown'],
  [{ agent: 'freshdesk_role' }, 'ok ok ok unknown failed'],
  [{ injixo: 'injixo_moved' }, 'unknown unknown ok ok ok'],
  [{ agent: 'freshdesk_scope' }, 'ok ok ok failed ok'],
  [{ agent: 'freshdesk_scope', role: 'freshdesk_role' }, 'ok ok ok failed failed'],
  [{ agent: 'freshdesk_unreachable', role: null }, 'ok ok unknown unknown unknown'],
  [{ role: 'freshdesk_role' }, 'ok ok ok ok failed'],
  [{ role: 'freshdesk_unreachable' }, 'ok ok ok ok unknown'],
])('says what failed and what that leaves unknown: %j', (findings, lines) => {
  expect(results(findings).join(' ')).toBe(lines);
});

it('gives a code wherever a line is not ok', () => {
  const lines = settingsChecks({ injixo: 'injixo_key', agent: 'freshdesk_key', role: null }, 'checked');

  expect(lines.map(({ code }) => code)).toEqual([
    'injixo_key',
    'injixo_key',
    'freshdesk_key',
    'freshdesk_key',
    'freshdesk_key',
  ]);
});

it.each([
  [{ injixo_api_key: 'two words', freshdesk_api_key: 'fk-1' }, 'failed unknown unknown unknown unknown'],
  [
    { injixo_api_key: 'ik-1', injixo_integration_id: 'x', freshdesk_api_key: 'x x' },
    'unknown failed failed unknown unknown',
  ],
  [{ injixo_api_key: 'two words' }, 'failed unknown not entered'],
])('says which field cannot be read when nobody can be asked: %j', (iparams, lines) => {
  const unchecked = uncheckedSettings(parseSettings(iparams));

  expect(unchecked.map(({ result }) => result).join(' ')).toBe(lines);
  expect(unchecked.map(({ code }) => code)).toEqual(
    unchecked.map(({ result }) => (result === 'not entered' ? 'live_only' : 'settings_invalid')),
  );
});

function fieldLines(fields: object): readonly string[] {
  const lines = fieldChecks(parseSettings({ injixo_api_key: 'ik-1', freshdesk_api_key: 'fk-1', ...fields }));
  return lines.map(({ check, result, code }) => `${check} ${result} ${code}`);
}

it('has a line for each field that counts as not given, and none for one that can be read', () => {
  expect(fieldLines({ history_from: '2026-02-30', alert_email: 'x' })).toEqual([
    'history_from failed history_from',
    'alert_email failed alert_email',
  ]);
  expect(fieldLines({ history_from: '2026-01-31', alert_email: 'planner@example.com' })).toEqual([]);
});

describe('without a Freshdesk key', () => {
  it('says of injixo what it says otherwise, and of Freshdesk that no key is entered', () => {
    expect(settingsChecks({ ...FINE, injixo: 'injixo_integration_needed' }, 'live')).toEqual([
      { check: 'injixo_key', result: 'ok', code: null },
      { check: 'injixo_integration', result: 'failed', code: 'injixo_integration_needed' },
      { check: 'freshdesk_key', result: 'not entered', code: 'live_only' },
    ]);
  });

  it('has a line for each field that is of no use then', () => {
    const fields = { history_from: '2026-01-31', alert_email: 'planner@example.com' };

    expect(fieldLines({ ...fields, freshdesk_api_key: '' })).toEqual([
      'history_from failed start_needs_key',
      'alert_email failed alert_needs_key',
    ]);
  });
});
