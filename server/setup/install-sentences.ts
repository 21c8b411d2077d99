import type { AccessProblem } from './check-access';
import type { KeyNeed } from './settings';

/** Sentences that refuse an installation: with the number of further ones at most 60 characters (vendor's app set-up events page). */
export const INSTALL_SENTENCES: Readonly<
  Record<AccessProblem | KeyNeed | 'schedule' | 'account' | 'start_in_future' | 'start_too_early', string>
> = {
  injixo_key: 'injixo refused its API key. Generate a new one.',
  injixo_integration_needed: 'Enter the configuration ID that injixo shows.',
  injixo_integration_unknown: 'injixo does not know the integration. Check it.',
  injixo_moved: 'injixo’s address has moved. Update the app.',
  freshdesk_key: 'Freshdesk refused its API key. Copy it again.',
  freshdesk_scope: 'The Freshdesk key’s agent must see all tickets.',
  freshdesk_role: 'Use an Account Administrator’s Freshdesk key.',
  freshdesk_plan: 'Change the Freshdesk plan: apps have no access.',
  freshdesk_suspended: 'Freshdesk account suspended. Ask Freshworks.',
  injixo_unreachable: 'injixo cannot be reached now. Please try again.',
  freshdesk_unreachable: 'Freshdesk cannot be reached now. Please try again.',
  start_in_future: 'History begins in the future. Enter a past day.',
  start_too_early: 'History: at most 3 years. Enter a later day.',
  start_needs_key: 'The history needs the Freshdesk key: both or none.',
  alert_needs_key: 'The alert needs the Freshdesk key: both or none.',
  schedule: 'Freshworks could not start the app. Please try again.',
  account: 'Freshworks did not name the Freshdesk account. Try again.',
};

/** What is shown of everything that is wrong: the first, and how many more; null: nothing is. */
export function refusalSentence([first, ...more]: readonly string[]): string | null {
  if (first === undefined) return null;
  return more.length === 0 ? first : `${first} (${more.length} more)`;
}
