import { Router } from 'express';
import { numberIn, numberOrNull, textIn, wordIn } from '../serving/read-body';
import { orRefuse } from '../serving/refused';
import { command, view } from '../serving/route';
import type { SessionHost } from '../serving/session-host';
import { TICKET_ACTIONS } from './contract';
import { actOnTicket } from './act-on-ticket';
import { helpdeskView } from './helpdesk-view';
import { ticketView } from './ticket-view';

const FIRST_TICKETS = 25;
const MAX_TICKETS = 500;

function ticketRoutes(sessions: SessionHost, router: Router): void {
  router.post(
    '/tickets',
    command(sessions, ({ sandbox }, { body }) => {
      const groupId = numberOrNull(body, 'groupId');
      const ticket = orRefuse(() =>
        sandbox.freshdesk.actions.createTicket({ groupId, source: numberIn(body, 'source') }),
      );
      return { id: ticket.id };
    }),
  );
  router.get(
    '/tickets/:id',
    view(sessions, ({ sandbox }, { params }) =>
      ticketView(sandbox.freshdesk.helpdesk, numberIn(params, 'id')),
    ),
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
export function helpdeskRoutes(sessions: SessionHost): Router {
  const router = Router();
  router.get(
    '/',
    view(sessions, ({ sandbox }, { query }) => {
      const wanted = Number(query['tickets'] ?? FIRST_TICKETS);
      return helpdeskView(sandbox.freshdesk.helpdesk, Math.min(wanted || FIRST_TICKETS, MAX_TICKETS));
    }),
  );
  ticketRoutes(sessions, router);
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
