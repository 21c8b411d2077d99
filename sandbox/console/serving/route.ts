import type { Request, RequestHandler, Response } from 'express';
import type { JsonObject } from '../../support/json-value';
import { bodyOf } from './read-body';
import type { Session, SessionHost } from './session-host';

/** The input of a request: body, path parameters and query. */
export interface Asked {
  readonly body: JsonObject;
  readonly params: JsonObject;
  readonly query: JsonObject;
}

function asked(request: Request): Asked {
  return { body: bodyOf(request), params: { ...request.params }, query: { ...request.query } };
}

function answer(response: Response, value: unknown): void {
  response.set('Cache-Control', 'no-store').json(value ?? {});
}

/** Answers from memory at once, even while a command runs. */
export function view(
  sessions: SessionHost,
  look: (session: Session, asked: Asked) => unknown,
): RequestHandler {
  return (request, response) => {
    answer(response, look(sessions.session(), asked(request)));
  };
}

/** Changes the sandbox in its turn, and answers with the result. */
export function command(
  sessions: SessionHost,
  work: (session: Session, asked: Asked) => unknown,
): RequestHandler {
  return async (request, response) => {
    answer(response, await sessions.run((session) => work(session, asked(request))));
  };
}
