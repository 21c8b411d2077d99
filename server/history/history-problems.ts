import { LIMITS } from '../platform/limits';

/** Why an import does not begin or does not go on, and what it cannot reach: codes and plain sentences. */
export const HISTORY_PROBLEMS = {
  start_in_future:
    'The start of the history is after the installation of the app. Enter an earlier day in the settings, or none.',
  start_too_early:
    'The start of the history is more than 3 years before the installation of the app. Enter a later day in the settings.',
  start_missing:
    'The start of the history was taken out of the settings or cannot be read. The import stands still; enter the start again to go on.',
  no_tickets: 'Freshdesk shows no ticket since the beginning of the history. There was nothing to import.',
  freshdesk_key:
    'Freshdesk does not accept its API key. The import waits; copy the key of an Account Administrator into the app settings.',
  freshdesk_scope:
    'The agent of the Freshdesk API key does not see all tickets. The import waits until that agent has global access.',
  freshdesk_forbidden:
    'Freshdesk refuses what the import has to read. It waits; use the key of an Account Administrator.',
  freshdesk_silent: 'Freshdesk has not answered for an hour. The import goes on by itself where it was.',
  freshdesk_busy: 'Freshdesk cannot be asked now. The import goes on by itself where it was.',
  injixo_waits: 'injixo does not take contacts now. The import goes on by itself where it was.',
} as const satisfies Record<string, string>;
export type HistoryProblemCode = keyof typeof HISTORY_PROBLEMS;

/** What no import can reach, as codes. */
export const OUT_OF_REACH = {
  archived: 'Archived tickets: Freshdesk lists them nowhere.',
  old_trash:
    'Tickets that were deleted or marked as spam more than 30 days ago: Freshdesk removes them for ever.',
  trash_replies: 'Replies on deleted and spam tickets: Freshdesk does not show them.',
  migrated:
    'Whether a ticket came from a migration tool: Freshdesk shows that only at the moment it happens.',
  present_group: 'Former groups: every contact counts for the group its ticket has now.',
  crowded_second: 'Some of more than 30,000 tickets that changed in one and the same second.',
} as const satisfies Record<string, string>;

const YEAR_MS = 366 * 86_400_000;

/** What is wrong with a start, seen from the installation; null when nothing is. Milliseconds. */
export function startProblem(start: number, cutOver: number): 'start_in_future' | 'start_too_early' | null {
  if (start >= cutOver) return 'start_in_future';
  return start < cutOver - LIMITS.historyYears * YEAR_MS ? 'start_too_early' : null;
}
