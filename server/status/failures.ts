/** What is known of a failure. */
interface FailureFacts {
  readonly side: 'injixo' | 'freshdesk' | 'app';
  /** Who ends it: a person has to act, or it ends by itself. */
  readonly actor: 'person' | 'nobody';
  /** How sending goes on: injixo is asked first, or nothing is sent before a person has acted; null: as before. */
  readonly mode: 'probe' | 'paused' | null;
  /** False: Freshdesk cannot be written to either, so that no ticket tells of it. */
  readonly isTellable: boolean;
  /** What the import of the history says while the failure lasts; the codes are those of HISTORY_PROBLEMS. */
  readonly history:
    'injixo_waits' | 'freshdesk_busy' | 'freshdesk_key' | 'freshdesk_scope' | 'freshdesk_forbidden';
  /** What the alert ticket says; it tells only what needs a person. */
  readonly sentence?: string;
}

const INJIXO = { side: 'injixo', isTellable: true, history: 'injixo_waits' } as const;
const APP = { side: 'app', isTellable: true, history: 'injixo_waits' } as const;
const FRESHDESK = { side: 'freshdesk', mode: null } as const;

/** Everything that can keep contacts from being sent. What it means for the data is always: nothing is lost. */
export const FAILURES = {
  injixo_key: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo does not accept its API key. Generate a new one in injixo and save it in the app settings.',
  },
  injixo_integration: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo does not know the integration. Check in injixo that it still exists, and its configuration ID in the app settings.',
  },
  injixo_refuses: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence: 'injixo does not accept requests of this app. Contact injixo support.',
  },
  contacts_refused: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo refused several contacts one after the other. Check the integration configuration ID in the app settings.',
  },
  injixo_down: { ...INJIXO, actor: 'nobody', mode: 'probe' },
  injixo_unreachable: { ...INJIXO, actor: 'nobody', mode: 'probe' },
  injixo_throttled: { ...INJIXO, actor: 'nobody', mode: null },
  connection_broken: { ...INJIXO, actor: 'nobody', mode: 'probe' },
  unclear_answer: { ...INJIXO, actor: 'nobody', mode: 'probe' },
  run_ended: { ...APP, actor: 'nobody', mode: 'probe' },
  too_many_held: {
    ...APP,
    actor: 'person',
    mode: null,
    sentence: 'Too many unclear contacts are held. Decide about them on the page of the app.',
  },
  freshdesk_key: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: false,
    history: 'freshdesk_key',
    sentence:
      'Freshdesk does not accept its API key. Copy the key of an Account Administrator into the app settings.',
  },
  freshdesk_scope: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: true,
    history: 'freshdesk_scope',
    sentence:
      'The agent of the Freshdesk API key does not see all tickets. Give that agent global access in Freshdesk.',
  },
  freshdesk_forbidden: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: true,
    history: 'freshdesk_forbidden',
    sentence: 'Freshdesk refuses what the app has to read. Use the key of an Account Administrator.',
  },
  freshdesk_unreachable: { ...FRESHDESK, actor: 'nobody', isTellable: false, history: 'freshdesk_busy' },
  freshdesk_throttled: { ...FRESHDESK, actor: 'nobody', isTellable: false, history: 'freshdesk_busy' },
  settings_invalid: {
    ...APP,
    actor: 'person',
    mode: 'paused',
    sentence:
      'A field of the app’s settings cannot be read. The check of the keys on the page of the app says which one.',
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;
export type FailureCode = keyof typeof FAILURES;

/** The failures of Freshdesk's side, and all others: those that keep injixo from being sent to. */
export type FreshdeskFailureCode = {
  [Code in FailureCode]: (typeof FAILURES)[Code]['side'] extends 'freshdesk' ? Code : never;
}[FailureCode];
export type SendingFailureCode = Exclude<FailureCode, FreshdeskFailureCode>;

/** For a code that another version of the app stored, and this one does not know. */
const UNKNOWN_FAILURE: FailureFacts = { ...APP, actor: 'nobody', mode: null };

/** What is known of the failure with this code. */
export function failureFacts(code: string): FailureFacts {
  const known: Readonly<Record<string, FailureFacts>> = FAILURES;
  return known[code] ?? UNKNOWN_FAILURE;
}

/** True when the failure lasts until a person acts; false for any other code. */
export function needsPerson(code: string): boolean {
  return failureFacts(code).actor === 'person';
}

/** What went wrong last, and since when. */
export interface Failure {
  readonly code: FailureCode;
  /** Milliseconds; when it was first seen without anything better since. */
  readonly since: number;
}

/** The failure as `state` keeps it; the same failure again keeps its beginning. */
export function reportFailure(before: Failure | null, code: FailureCode, now: number): Failure {
  return { code, since: before?.code === code ? before.since : now };
}

interface Sending {
  readonly mode: string;
  readonly failure: Failure | null;
}

/** The state of sending after a failure: it says what is wrong since when, and goes on as that failure demands. */
export function withFailure<T extends Sending>(sending: T, code: SendingFailureCode, now: number): T {
  const failure = reportFailure(sending.failure, code, now);
  return { ...sending, failure, mode: FAILURES[code].mode ?? sending.mode };
}
