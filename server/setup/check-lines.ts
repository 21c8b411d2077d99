import type * as contract from '../page-contract';
import type { AccessFindings, AccessProblem } from './check-access';
import type { Mistake, SettingsField } from './settings';

/** What is always checked, in the order in which it is shown. */
const ACCESS_CHECKS = [
  'injixo_key',
  'injixo_integration',
  'freshdesk_key',
  'freshdesk_scope',
  'freshdesk_role',
] as const;
type AccessCheck = (typeof ACCESS_CHECKS)[number];

/** Fields that are shown only when they cannot be read: the app works as if nothing was entered. */
const FIELD_CHECKS = ['history_from', 'alert_email'] as const;

/** The lines of the settings check, in the order in which they are shown. */
export const SETTINGS_CHECKS = [...ACCESS_CHECKS, ...FIELD_CHECKS] as const;
export type SettingsCheck = (typeof SETTINGS_CHECKS)[number];
export type FieldProblem = (typeof FIELD_CHECKS)[number];

/** A line of the contract, with every check and code that there is. */
export interface CheckLine extends contract.CheckLine {
  readonly check: SettingsCheck;
  readonly code: AccessProblem | FieldProblem | 'settings_invalid' | null;
}

/** What each problem says about the line itself; a problem that is not named here leaves the line unknown. */
const FAILED_BY: Readonly<Record<AccessCheck, readonly AccessProblem[]>> = {
  injixo_key: ['injixo_key'],
  injixo_integration: ['injixo_integration_needed', 'injixo_integration_unknown'],
  freshdesk_key: ['freshdesk_key'],
  freshdesk_scope: ['freshdesk_scope'],
  freshdesk_role: ['freshdesk_role'],
};

/** Problems that a line lives through: what they say could only be said because the line's own thing works. */
const NOT_AFFECTED_BY: Readonly<Record<AccessCheck, readonly AccessProblem[]>> = {
  injixo_key: ['injixo_integration_needed'],
  injixo_integration: [],
  freshdesk_key: ['freshdesk_scope'],
  freshdesk_scope: [],
  freshdesk_role: [],
};

function lineOf(check: AccessCheck, problem: AccessProblem | null): CheckLine {
  if (problem === null || NOT_AFFECTED_BY[check].includes(problem))
    return { check, result: 'ok', code: null };
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

const LINE_OF_FIELD: Readonly<Partial<Record<SettingsField, SettingsCheck>>> = {
  injixo_api_key: 'injixo_key',
  injixo_integration_id: 'injixo_integration',
  freshdesk_api_key: 'freshdesk_key',
};

/** The lines while nobody can be asked, because a field that is needed cannot be read: that field's line failed. */
export function uncheckedSettings(mistakes: readonly Mistake[]): readonly CheckLine[] {
  const failed = mistakes.map(({ field }) => LINE_OF_FIELD[field]);
  return ACCESS_CHECKS.map((check) => ({
    check,
    result: failed.includes(check) ? 'failed' : 'unknown',
    code: 'settings_invalid',
  }));
}

/** A line for each field that cannot be read and that the app does without. */
export function fieldChecks(mistakes: readonly Mistake[]): readonly CheckLine[] {
  return FIELD_CHECKS.filter((check) => mistakes.some(({ field }) => field === check)).map((check) => ({
    check,
    result: 'failed',
    code: check,
  }));
}
