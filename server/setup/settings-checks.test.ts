import type { AccessFindings } from './check-access';
import { settingsChecks, uncheckedSettings } from './settings-checks';

const FINE: AccessFindings = { injixo: null, agent: null, role: null };

function results(findings: Partial<AccessFindings>): readonly string[] {
  return settingsChecks({ ...FINE, ...findings }).map(({ result }) => result);
}

it('is ok on every line when nothing is wrong', () => {
  expect(settingsChecks(FINE)).toEqual([
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
  [{ agent: 'freshdesk_scope' }, 'ok ok ok failed ok'],
  [{ agent: 'freshdesk_scope', role: 'freshdesk_role' }, 'ok ok ok failed failed'],
  [{ agent: 'freshdesk_unreachable', role: null }, 'ok ok unknown unknown unknown'],
  [{ role: 'freshdesk_role' }, 'ok ok ok ok failed'],
  [{ role: 'freshdesk_unreachable' }, 'ok ok ok ok unknown'],
])('says what failed and what that leaves unknown: %j', (findings, lines) => {
  expect(results(findings).join(' ')).toBe(lines);
});

it('gives a code wherever a line is not ok', () => {
  const lines = settingsChecks({ injixo: 'injixo_key', agent: 'freshdesk_key', role: null });

  expect(lines.map(({ code }) => code)).toEqual([
    'injixo_key',
    'injixo_key',
    'freshdesk_key',
    'freshdesk_key',
    'freshdesk_key',
  ]);
  expect(uncheckedSettings().every(({ code }) => code === 'settings_invalid')).toBe(true);
});
