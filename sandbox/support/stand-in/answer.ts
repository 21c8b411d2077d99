import type { Response } from 'express';

/** How long an ordinary call takes, in virtual time. */
const USUAL_LATENCY_MS = 120;
/** Longer than any caller waits. */
export const BLACK_HOLE_LATENCY_MS = 1e9;

/** What a stand-in answers. A `text` is sent as it is, a `body` as JSON, neither as an empty body. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly latencyMs?: number;
  /** The connection is destroyed instead of answering. */
  readonly isBroken?: boolean;
}

const textOf = (answer: Answer): string =>
  answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));

const typeOf = (answer: Answer): Record<string, string> =>
  answer.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };

/** Sends an answer, dated with the stand-in's own clock; the network reads the latency and waits in virtual time. */
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
  });
  response.end(textOf(answer));
};
