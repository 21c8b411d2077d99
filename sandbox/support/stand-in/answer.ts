import type { Response } from 'express';

/** The duration of an ordinary call in virtual time. */
const USUAL_LATENCY_MS = 120;
/** Longer than any caller waits. */
export const BLACK_HOLE_LATENCY_MS = 1e9;

/** An answer of a stand-in. `text` is sent as it is, `body` as JSON; without both the body is empty. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly latencyMs?: number;
  /** The body comes a byte a second, without end. */
  readonly isTrickling?: boolean;
  /** Destroys the connection instead of answering. */
  readonly isBroken?: boolean;
}

const textOf = (answer: Answer): string =>
  answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));

const typeOf = (answer: Answer): Record<string, string> =>
  answer.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };

/** Sends an answer, dated by the stand-in's clock; the network reads the latency and waits in virtual time. */
export const sendAnswer = (response: Response, answer: Answer, dateMs: number): void => {
  if (answer.isBroken === true) {
    response.socket?.destroy();
    return;
  }
  const date = new Date(dateMs).toUTCString();
  response.status(answer.status).set({
    ...typeOf(answer),
    ...answer.headers,
    Date: date,
    'x-sandbox-date': date,
    'x-sandbox-latency-ms': String(answer.latencyMs ?? USUAL_LATENCY_MS),
    ...(answer.isTrickling === true ? { 'x-sandbox-trickle': 'yes' } : {}),
  });
  response.end(textOf(answer));
};
