import { Router } from 'express';
import { numberIn, numberOrNull, textIn, wordIn } from '../serving/read-body';
import { orRefuse } from '../serving/refused';
import { command, view } from '../serving/route';
import type { BuiltPackage } from '../marketplace/read-package';
import type { Session, SessionHost } from '../serving/session-host';
import { appClaims } from '../comparison/app-claims';
import { TICKET_ACTIONS, type CreatedTicket } from './contract';
import { actOnTicket } from './act-on-ticket';
import { helpdeskView } from './helpdesk-view';
import { ticketView } from './ticket-view';
import { whyNotCounted } from './why-not-counted';

const FIRST_TICKETS = 25;
const MAX_TICKETS = 500;

/** The address of the app's part of a ticket's page; null where it has none or is not installed. */
function backgroundOf({ sandbox }: Session, { ticketPage }: BuiltPackage, ticketId: number): string | null {
  const isThere = ticketPage !== null && sandbox.platform.isInstalled();
  return isThere ? `/app/${ticketPage}?ticket=${ticketId}` : null;
}

function ticketRoutes(sessions: SessionHost, built: BuiltPackage, router: Router): void {
  router.post(
    '/tickets',
    command(sessions, ({ sandbox }, { body }) => {
      const groupId = numberOrNull(body, 'groupId');
      const ticket = orRefuse(() =>
        sandbox.freshdesk.actions.createTicket({ groupId, source: numberIn(body, 'source') }),
      );
      const cutOver = appClaims(sandbox)?.cutOver ?? null;
      return { id: ticket.id, whyNotCounted: whyNotCounted(ticket, cutOver) } satisfies CreatedTicket;
    }),
  );
  router.get(
    '/tickets/:id',
    view(sessions, (session, { params }) => {
      const ticketId = numberIn(params, 'id');
      const { sandbox } = session;
      const view = ticketView(sandbox.freshdesk.helpdesk, ticketId, appClaims(sandbox)?.cutOver ?? null);
      return { ...view, background: backgroundOf(session, built, ticketId) };
    }),
  );
  router.post(
    '/tickets/:id/:action',
    command(sessions, ({ sandbox }, { body, params }) =>
      actOnTicket(sandbox.freshdesk.actions, {
        ticketId: numberIn(params, 'id'),
        action: wordIn(params['action'], TICKET_ACTIONS),
        body,
      }),
    ),
  );
}

/** The helpdesk: tickets, groups and agents. */
export function helpdeskRoutes(sessions: SessionHost, built: BuiltPackage): Router {
  const router = Router();
  router.get(
    '/',
    view(sessions, ({ sandbox }, { query }) => {
      const wanted = Number(query['tickets'] ?? FIRST_TICKETS);
      return helpdeskView(sandbox.freshdesk.helpdesk, Math.min(wanted || FIRST_TICKETS, MAX_TICKETS));
    }),
  );
  ticketRoutes(sessions, built, router);
  router.post(
    '/groups',
    command(sessions, ({ sandbox }, { body }) => {
      const { id } = sandbox.freshdesk.actions.createGroup(textIn(body, 'name'));
      return { id };
    }),
  );
  router.post(
    '/groups/:id/rename',
    command(sessions, ({ sandbox }, { body, params }) => {
      const name = textIn(body, 'name');
      orRefuse(() => sandbox.freshdesk.actions.renameGroup(numberIn(params, 'id'), name));
    }),
  );
  router.post(
    '/groups/:id/delete',
    command(sessions, ({ sandbox }, { params }) =>
      orRefuse(() => sandbox.freshdesk.actions.deleteGroup(numberIn(params, 'id'))),
    ),
  );
  router.post(
    '/agents',
    command(sessions, ({ sandbox }) => {
      sandbox.freshdesk.actions.addAgent({ role: 'Agent', ticketScope: 2 });
    }),
  );
  return router;
}
