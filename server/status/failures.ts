/** What the app does while a failure lasts. */
export interface FailureFacts {
  readonly side: 'injixo' | 'freshdesk' | 'app';
  /** `person`: lasts until a person acts. `nobody`: ends by itself. */
  readonly actor: 'person' | 'nobody';
  /** `probe`: an empty request goes first. `paused`: nothing is sent until a person acts. Null: sending goes on. */
  readonly mode: 'probe' | 'paused' | null;
  /** False: Freshdesk accepts no ticket meanwhile, so no alert is opened. */
  readonly isTellable: boolean;
  /** The problem that the history shows meanwhile: a code of HISTORY_PROBLEMS. */
  readonly history:
    | 'injixo_waits'
    | 'freshdesk_busy'
    | 'freshdesk_key'
    | 'freshdesk_scope'
    | 'freshdesk_forbidden'
    | 'freshdesk_plan'
    | 'freshdesk_suspended';
  /** The alert ticket's sentence; only for failures that need a person. */
  readonly sentence?: string;
}

const INJIXO = { side: 'injixo', isTellable: true, history: 'injixo_waits' } as const;
const APP = { side: 'app', isTellable: true, history: 'injixo_waits' } as const;
const FRESHDESK = { side: 'freshdesk', mode: null } as const;

/** Every failure that can delay contacts. No failure loses contacts. */
export const FAILURES = {
  injixo_key: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo rejected the API key saved in the app. Generate a new one in injixo and save it in the app settings.',
  },
  injixo_integration: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo does not recognize the integration. Check in injixo that it still exists, and its configuration ID in the app settings.',
  },
  injixo_refuses: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence: 'injixo rejects this app’s requests. Contact injixo support.',
  },
  injixo_moved: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence: 'injixo’s address has moved. Update the app.',
  },
  injixo_counts_otherwise: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo confirmed fewer contacts than the app sent, twice in a row. Decide about the held contacts on the page of the app.',
  },
  contacts_refused: {
    ...INJIXO,
    actor: 'person',
    mode: 'paused',
    sentence:
      'injixo rejected several contacts in a row. Check the integration configuration ID in the app settings.',
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
      'Freshdesk rejected the API key saved in the app. Copy the key of an Account Administrator into the app settings.',
  },
  freshdesk_scope: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: true,
    history: 'freshdesk_scope',
    sentence:
      'The agent whose Freshdesk API key the app uses cannot see all tickets. Give that agent global access in Freshdesk.',
  },
  freshdesk_forbidden: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: true,
    history: 'freshdesk_forbidden',
    sentence: 'Freshdesk denies access to data that the app needs. Use the key of an Account Administrator.',
  },
  freshdesk_plan: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: false,
    history: 'freshdesk_plan',
    sentence:
      'Your Freshdesk plan does not include access that the app needs. Ask Freshworks about the plan.',
  },
  freshdesk_suspended: {
    ...FRESHDESK,
    actor: 'person',
    isTellable: false,
    history: 'freshdesk_suspended',
    sentence: 'The Freshdesk account is suspended. Ask Freshworks about it.',
  },
  freshdesk_unreachable: { ...FRESHDESK, actor: 'nobody', isTellable: false, history: 'freshdesk_busy' },
  freshdesk_tickets: { ...FRESHDESK, actor: 'nobody', isTellable: false, history: 'freshdesk_busy' },
  too_many_set_aside: { ...FRESHDESK, actor: 'nobody', isTellable: false, history: 'freshdesk_busy' },
  freshdesk_throttled: { ...FRESHDESK, actor: 'nobody', isTellable: false, history: 'freshdesk_busy' },
  settings_invalid: {
    ...APP,
    actor: 'person',
    mode: 'paused',
    sentence:
      'One of the app’s settings is invalid. The check of the keys on the page of the app says which one.',
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;
export type FailureCode = keyof typeof FAILURES;

/** Failures of Freshdesk; all others stop sending to injixo. */
export type FreshdeskFailureCode = {
  [Code in FailureCode]: (typeof FAILURES)[Code]['side'] extends 'freshdesk' ? Code : never;
}[FailureCode];
export type SendingFailureCode = Exclude<FailureCode, FreshdeskFailureCode>;

/** The row of this code; a code that another version of the app stored ends by itself. */
export function failureFacts(code: string): FailureFacts {
  const known: Readonly<Record<string, FailureFacts>> = FAILURES;
  return known[code] ?? { ...APP, actor: 'nobody', mode: null };
}

/** True when the failure lasts until a person acts; false for any other code. */
export function needsPerson(code: string): boolean {
  return failureFacts(code).actor === 'person';
}

/** The failure that lasts. */
export interface Failure {
  readonly code: FailureCode;
  /** Milliseconds. */
  readonly since: number;
}

/** The failure to store; the same code keeps its `since`. */
export function reportFailure(before: Failure | null, code: FailureCode, now: number): Failure {
  return { code, since: before?.code === code ? before.since : now };
}

/** The state of sending after a failure, in the mode that the failure demands. */
export function withFailure<T extends { readonly mode: string; readonly failure: Failure | null }>(
  sending: T,
  code: SendingFailureCode,
  now: number,
): T {
  const failure = reportFailure(sending.failure, code, now);
  return { ...sending, failure, mode: FAILURES[code].mode ?? sending.mode };
}
