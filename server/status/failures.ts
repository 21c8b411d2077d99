/** Everything that can keep contacts from being sent, in plain words. What it means for the data is always: nothing is lost. */
export const FAILURES = {
  injixo_key:
    'injixo does not accept its API key. Generate a new one in injixo and save it in the app settings.',
  injixo_integration:
    'injixo does not know the integration. Check in injixo that it still exists, and its configuration ID in the app settings.',
  injixo_refuses: 'injixo does not accept requests of this app. Contact injixo support.',
  contacts_refused:
    'injixo refused several contacts one after the other. Check the integration configuration ID in the app settings.',
  injixo_down: 'injixo answers with an error. The app tries again by itself.',
  injixo_unreachable: 'injixo cannot be reached. The app tries again by itself.',
  injixo_throttled: 'injixo asked the app to slow down. The app goes on by itself.',
  connection_broken: 'The connection to injixo broke while contacts were sent. They are held as unclear.',
  unclear_answer:
    'injixo gave an answer that does not say whether it took the contacts. They are held as unclear.',
  run_ended: 'A run ended before injixo had answered. Its contacts are held as unclear.',
  too_many_held: 'Too many unclear contacts are held. Decide about them on the page of the app.',
  freshdesk_key:
    'Freshdesk does not accept its API key. Copy the key of an Account Administrator into the app settings.',
  freshdesk_scope:
    'The agent of the Freshdesk API key does not see all tickets. Give that agent global access in Freshdesk.',
  freshdesk_forbidden: 'Freshdesk refuses what the app has to read. Use the key of an Account Administrator.',
  freshdesk_unreachable: 'Freshdesk cannot be reached. The app tries again by itself.',
  freshdesk_throttled: 'Freshdesk asked the app to slow down. The app goes on by itself.',
  settings_invalid:
    'A field of the app’s settings cannot be read. The check of the keys on the page of the app says which one.',
} as const satisfies Record<string, string>;
export type FailureCode = keyof typeof FAILURES;

/** What went wrong last, since when, and in plain words. */
export interface Failure {
  readonly code: FailureCode;
  readonly sentence: string;
  /** Milliseconds; when it was first seen without anything better since. */
  readonly since: number;
}

/** The failure as `state` keeps it; the same failure again keeps its beginning. */
export function reportFailure(before: Failure | null, code: FailureCode, now: number): Failure {
  return { code, sentence: FAILURES[code], since: before?.code === code ? before.since : now };
}
