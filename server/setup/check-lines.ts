import type * as contract from '../page-contract';
import type { AccessFindings, AccessProblem } from './check-access';
import { keyNeeds, type KeyNeed, type ParsedSettings, type SettingsField, type Way } from './settings';

/** Checks that are shown with a Freshdesk key, in order. */
const ACCESS_CHECKS = [
  'injixo_key',
  'injixo_integration',
  'freshdesk_key',
  'freshdesk_scope',
  'freshdesk_role',
] as const;
type AccessCheck = (typeof ACCESS_CHECKS)[number];

/** Without a Freshdesk key. */
const LIVE_CHECKS: readonly AccessCheck[] = ['injixo_key', 'injixo_integration'];
const NO_KEY: CheckLine = { check: 'freshdesk_key', result: 'not entered', code: 'live_only' };

/** A line for each check that this way has. */
function linesOf(way: Way, lineOf: (check: AccessCheck) => CheckLine): readonly CheckLine[] {
  return way === 'live' ? [...LIVE_CHECKS.map(lineOf), NO_KEY] : ACCESS_CHECKS.map(lineOf);
}

/** Optional fields, shown only when they are invalid: the app ignores them. */
const FIELD_CHECKS = ['history_from', 'alert_email'] as const;

/** All lines of the settings check, in order. */
export const SETTINGS_CHECKS = [...ACCESS_CHECKS, ...FIELD_CHECKS] as const;
export type SettingsCheck = (typeof SETTINGS_CHECKS)[number];
export type FieldProblem = (typeof FIELD_CHECKS)[number];

/** A line of the settings check. */
export interface CheckLine extends contract.CheckLine {
  readonly check: SettingsCheck;
  readonly code: AccessProblem | FieldProblem | KeyNeed | 'settings_invalid' | 'live_only' | null;
}

/** Problems that fail a line. A problem in neither table leaves the line unknown. */
const FAILED_BY: Readonly<Record<AccessCheck, readonly AccessProblem[]>> = {
  injixo_key: ['injixo_key'],
  injixo_integration: ['injixo_integration_needed', 'injixo_integration_unknown'],
  freshdesk_key: ['freshdesk_key'],
  freshdesk_scope: ['freshdesk_scope'],
  freshdesk_role: ['freshdesk_role'],
};

/** Problems that prove a line is fine: they can only be reported after the key was accepted. */
const NOT_AFFECTED_BY: Readonly<Record<AccessCheck, readonly AccessProblem[]>> = {
  injixo_key: ['injixo_integration_needed'],
  injixo_integration: [],
  freshdesk_key: ['freshdesk_scope', 'freshdesk_role'],
  freshdesk_scope: [],
  freshdesk_role: [],
};

/** The findings as lines. */
export function settingsChecks({ injixo, agent, role }: AccessFindings, way: Way): readonly CheckLine[] {
  // The role is known only of a key that belongs to an agent.
  const hasAgent = agent === null || agent === 'freshdesk_scope';
  const found: Readonly<Record<AccessCheck, AccessProblem | null>> = {
    injixo_key: injixo,
    injixo_integration: injixo,
    freshdesk_key: agent,
    freshdesk_scope: agent,
    freshdesk_role: hasAgent ? role : agent,
  };
  return linesOf(way, (check) => {
    const problem = found[check];
    const isFine = problem === null || NOT_AFFECTED_BY[check].includes(problem);
    if (isFine) return { check, result: 'ok', code: null };
    return { check, result: FAILED_BY[check].includes(problem) ? 'failed' : 'unknown', code: problem };
  });
}

const LINE_OF_FIELD: Readonly<Partial<Record<SettingsField, SettingsCheck>>> = {
  injixo_api_key: 'injixo_key',
  injixo_integration_id: 'injixo_integration',
  freshdesk_api_key: 'freshdesk_key',
};

/** The lines when a required field is invalid, so that nothing can be checked: that field's line failed. */
export function uncheckedSettings({
  mistakes,
  value,
}: Pick<ParsedSettings, 'mistakes' | 'value'>): readonly CheckLine[] {
  const failed = mistakes.map(({ field }) => LINE_OF_FIELD[field]);
  return linesOf(value.way, (check) => ({
    check,
    result: failed.includes(check) ? 'failed' : 'unknown',
    code: 'settings_invalid',
  }));
}

const FIELD_OF_NEED = { start_needs_key: 'history_from', alert_needs_key: 'alert_email' } as const;

/** A line for each optional field that is invalid, or of no use without a Freshdesk key. */
export function fieldChecks({
  mistakes,
  value,
}: Pick<ParsedSettings, 'mistakes' | 'value'>): readonly CheckLine[] {
  const invalid = FIELD_CHECKS.filter((check) => mistakes.some(({ field }) => field === check));
  return [
    ...invalid.map((check) => ({ check, result: 'failed', code: check }) as const),
    ...keyNeeds(value).map((code) => ({ check: FIELD_OF_NEED[code], result: 'failed', code }) as const),
  ];
}
