import type { AccessProblem } from './check-access';

/** Sentences that refuse an installation: at most 60 characters each (vendor's app set-up events page). */
export const INSTALL_SENTENCES: Readonly<
  Record<AccessProblem | 'schedule' | 'account' | 'start_in_future' | 'start_too_early', string>
> = {
  injixo_key: 'injixo refused its API key. Generate a new one in injixo.',
  injixo_integration_needed: 'Enter the integration configuration ID that injixo shows.',
  injixo_integration_unknown: 'injixo does not know this integration. Check it in injixo.',
  injixo_moved: 'injixo’s address has moved. Update the app.',
  freshdesk_key: 'Freshdesk refused its API key. Copy it again.',
  freshdesk_scope: 'The agent of the Freshdesk key must see all tickets.',
  freshdesk_role: 'The Freshdesk key must be an Account Administrator’s.',
  freshdesk_plan: 'This Freshdesk plan has no access for apps. Change the plan.',
  freshdesk_suspended: 'This Freshdesk account is suspended. Ask Freshworks.',
  injixo_unreachable: 'injixo cannot be reached now. Please try again.',
  freshdesk_unreachable: 'Freshdesk cannot be reached now. Please try again.',
  start_in_future: 'The history begins in the future. Enter an earlier day.',
  start_too_early: 'History may begin at most 3 years ago. Enter a later day.',
  schedule: 'Freshworks could not start the app. Please try again.',
  account: 'Freshworks did not name the Freshdesk account. Try again.',
};
