import {
  groupIn,
  onTicket,
  opens,
  replies,
  deliveredTimes,
  injixoComesBack,
  injixoGoesDown,
  looksAtPage,
  rush,
} from './acts';
import type { Moment } from './moment';
import { FAX } from './open-helpdesk';

const OUTAGE: readonly Moment[] = [
  { at: '11:40', who: 'injixo', does: 'goes down: it answers every request with 503', act: injixoGoesDown },
  {
    at: '11:44',
    who: 'customer',
    does: 'e-mails Sales about a discount {discount}',
    act: opens('discount', { group: 'Sales' }),
  },
  {
    at: '11:49',
    who: 'customer',
    does: 'calls again about the offer {offer}',
    act: replies('offer', 'phone'),
  },
  { at: '11:58', who: 'admin', does: "looks at the app's page in Freshdesk", act: looksAtPage },
  { at: '12:04', who: 'injixo', does: 'is back after 24 minutes', act: injixoComesBack },
];

const AFTER_LUNCH: readonly Moment[] = [
  {
    at: '12:30',
    who: 'customer',
    does: 'calls about the WhatsApp ticket {router}',
    act: replies('router', 'phone'),
  },
  {
    at: '13:00',
    who: 'agent',
    does: 'closes {offer}',
    act: onTicket('offer', (actions, id) => actions.close(id)),
  },
  {
    at: '13:05',
    who: 'agent',
    does: 'adds a reply to {offer}; the ticket stays closed',
    act: onTicket('offer', (actions, id) => actions.agentReply(id)),
  },
  {
    at: '13:20',
    who: 'customer',
    does: 'answers the survey about {offer}',
    act: onTicket('offer', (actions, id) => actions.survey(id)),
  },
  {
    at: '14:00',
    who: 'agent',
    does: 'deletes {form}, which was counted at ten',
    act: onTicket('form', (actions, id) => actions.trash(id)),
  },
  { at: '14:20', who: 'customer', does: 'replies to the deleted {form}', act: replies('form', 'portal') },
  {
    at: '14:40',
    who: 'admin',
    does: 'renames the group Sales to Sales and Orders; its queues keep their names',
    act: (scene) => {
      scene.sandbox.freshdesk.actions.renameGroup(groupIn(scene, 'Sales'), 'Sales and Orders');
    },
  },
  {
    at: '14:45',
    who: 'customer',
    does: 'e-mails an order to Sales and Orders {order}',
    act: opens('order', { group: 'Sales' }),
  },
  { at: '15:00', who: 'customers', does: 'write and call: 20 contacts within 15 minutes', act: rush(20, 15) },
  {
    at: '15:40',
    who: 'customer',
    does: 'e-mails CustomerService {unheard}; Freshworks delivers no event, the scan finds it',
    act: deliveredTimes(0, opens('unheard', { group: 'CustomerService' })),
  },
  {
    at: '16:30',
    who: 'customer',
    does: "sends a fax, a source of the account's own {fax}",
    act: opens('fax', { group: 'CustomerService', source: FAX }),
  },
];

/** From twenty to twelve to half past four. */
export const AFTERNOON: readonly Moment[] = [...OUTAGE, ...AFTER_LUNCH];
