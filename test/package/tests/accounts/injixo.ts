import type { Account, Answer } from './network';

/** A contact event as injixo gets it. */
export interface ContactEvent {
  readonly queueName: string;
  readonly queueIdentifier: string;
  readonly timestamp: string;
  readonly channel: string;
  readonly properties: { readonly offered: boolean; readonly handled: boolean };
}

/** An account of injixo, and what a test looks at. */
export interface Injixo {
  readonly account: Account;
  /** Contact events in accepted requests, in the order of their arrival. */
  readonly accepted: readonly ContactEvent[];
  /** The name of each accepted contact's queue. */
  readonly queues: readonly string[];
  /** The answer to a request with this contact in it; null: it is accepted. */
  answer: (contact: ContactEvent) => Answer | null;
  /** The answer to every request; null: as `answer` says. */
  answerToAll: Answer | null;
}

/** Creates an account that accepts contacts. */
export function createInjixo(): Injixo {
  const accepted: ContactEvent[] = [];
  const injixo: Injixo = {
    accepted,
    answer: () => null,
    answerToAll: null,
    get queues() {
      return accepted.map(({ queueName }) => queueName);
    },
    account: ({ method, path, body }) => {
      if (injixo.answerToAll !== null) return injixo.answerToAll;
      if (method !== 'POST' || path !== '/external-systems/contact-events') return { status: 404 };
      const { data } = body as { readonly data: readonly ContactEvent[] };
      if (data.length === 0) return { status: 200, body: {} };
      const [refusal] = data.map(injixo.answer).filter((answer) => answer !== null);
      if (refusal !== undefined) return refusal;
      accepted.push(...data);
      return { status: 202 };
    },
  };
  return injixo;
}
