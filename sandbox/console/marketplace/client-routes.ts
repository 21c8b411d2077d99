import { Router } from 'express';
import { latestVersion } from '../../freshdesk/model/ticket-versions';
import { objectIn } from '../../support/json-value';
import { textIn } from '../serving/read-body';
import { command, view } from '../serving/route';
import { Refused } from '../serving/refused';
import type { Session, SessionHost } from '../serving/session-host';
import type { FrameAnswer } from './contract';
import { readFields } from './read-fields';
import type { BuiltPackage } from './read-package';

async function invoke({ sandbox }: Session, name: string, args: object): Promise<FrameAnswer> {
  const { answer, invocation } = await sandbox.platform.callFunction(name, { ...args });
  const requestID = `request-${invocation?.id ?? 0}`;
  if (answer.ok) return { ok: true, value: { requestID, response: answer.response } };
  const { status, message } = answer;
  return { ok: false, error: { requestID, status, message } };
}

async function invokeTemplate({ sandbox }: Session, name: string, options: object): Promise<FrameAnswer> {
  const outcome = await sandbox.platform.invokeTemplate(name, { ...options });
  return outcome.ok ? { ok: true, value: outcome.value } : { ok: false, error: outcome.error };
}

/** Freshdesk stores an agent's language with the agent's contact. */
function loggedInUser({ sandbox }: Session, language: string): object {
  const { id, name, email, role } = sandbox.freshdesk.admin;
  return { id, contact: { name, email, language }, available: true, role };
}

/** What only the page of a ticket has; nothing without a ticket. */
function ticketFacts({ sandbox }: Session, ticketId: number): object {
  const { tickets, groups } = sandbox.freshdesk.helpdesk;
  const record = tickets.get(ticketId);
  if (record === undefined) return {};
  const { groupId } = latestVersion(record);
  const { id, name } = groups.get(groupId ?? 0) ?? {};
  return { ticket: { id: ticketId }, group: id === undefined ? null : { id, name } };
}

/** The form of Freshdesk's language tags. */
const TAG = /^[a-z]{2}(-[A-Z]{2})?$/;

/** The requests of the platform's client script in a page of the app. */
export function clientRoutes(sessions: SessionHost, { iparams }: BuiltPackage): Router {
  const router = Router();
  let language = 'en';
  router.post(
    '/language',
    command(sessions, (_session, { body }) => {
      const tag = textIn(body, 'language');
      if (!TAG.test(tag)) throw new Refused(`${tag} is no language.`);
      language = tag;
    }),
  );
  router.post(
    '/invoke',
    command(sessions, (session, { body }) => invoke(session, textIn(body, 'name'), objectIn(body, 'args'))),
  );
  router.post(
    '/template',
    command(sessions, (session, { body }) =>
      invokeTemplate(session, textIn(body, 'name'), objectIn(body, 'options')),
    ),
  );
  router.get(
    '/facts',
    view(sessions, (session, { query }) => {
      const fields = readFields(iparams, session.sandbox.platform.settings());
      const open = fields.filter(({ isSecure }) => !isSecure);
      return {
        loggedInUser: loggedInUser(session, language),
        ...ticketFacts(session, Number(query['ticket'])),
        currentHost: session.sandbox.platform.currentHost,
        iparams: Object.fromEntries(open.map(({ key, value }) => [key, value])),
      };
    }),
  );
  return router;
}
