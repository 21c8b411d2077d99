import type { AccessFindings, AccessProblem } from './check-access';

/** The lines of the settings check, in the order in which they are shown. */
export const SETTINGS_CHECKS = [
  'injixo_key',
  'injixo_integration',
  'freshdesk_key',
  'freshdesk_scope',
  'freshdesk_role',
] as const;
export type SettingsCheck = (typeof SETTINGS_CHECKS)[number];

/** One line: `unknown` means that it could not be found out, for the reason the code gives. */
export interface CheckLine {
  readonly check: SettingsCheck;
  readonly result: 'ok' | 'failed' | 'unknown';
  readonly code: AccessProblem | 'settings_invalid' | null;
}

/** What each problem says about the line itself; a problem that is not named here leaves the line unknown. */
const FAILED_BY: Readonly<Record<SettingsCheck, readonly AccessProblem[]>> = {
  injixo_key: ['injixo_key'],
  injixo_integration: ['injixo_integration_needed', 'injixo_integration_unknown'],
  freshdesk_key: ['freshdesk_key'],
  freshdesk_scope: ['freshdesk_scope'],
  freshdesk_role: ['freshdesk_role'],
};

/** Problems that a line lives through: what they say could only be said because the line's own thing works. */
const OK_IN_SPITE_OF: Readonly<Record<SettingsCheck, readonly AccessProblem[]>> = {
  injixo_key: ['injixo_integration_needed'],
  injixo_integration: [],
  freshdesk_key: ['freshdesk_scope'],
  freshdesk_scope: [],
  freshdesk_role: [],
};

function lineOf(check: SettingsCheck, problem: AccessProblem | null): CheckLine {
  if (problem === null || OK_IN_SPITE_OF[check].includes(problem)) return { check, result: 'ok', code: null };
  return { check, result: FAILED_BY[check].includes(problem) ? 'failed' : 'unknown', code: problem };
}

/** The role can be known only of a key that is somebody's. */
function roleFinding({ agent, role }: AccessFindings): AccessProblem | null {
  return agent === null || agent === 'freshdesk_scope' ? role : agent;
}

/** What the findings come to, line by line. */
export function settingsChecks(findings: AccessFindings): readonly CheckLine[] {
  const { injixo, agent } = findings;
  return [
    lineOf('injixo_key', injixo),
    lineOf('injixo_integration', injixo),
    lineOf('freshdesk_key', agent),
    lineOf('freshdesk_scope', agent),
    lineOf('freshdesk_role', roleFinding(findings)),
  ];
}

/** The lines when the settings themselves cannot be read. */
export function uncheckedSettings(): readonly CheckLine[] {
  return SETTINGS_CHECKS.map((check) => ({ check, result: 'unknown', code: 'settings_invalid' }));
}
