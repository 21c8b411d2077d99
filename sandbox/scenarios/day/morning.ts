import { TICKET_SOURCE } from '../../freshdesk/model/ticket-source';
import { onTicket, opens, replies, deliveredTimes, rush } from './acts';
import type { Moment } from './moment';

const { chat, internalTask, outboundEmail, phone, portal, webForm, whatsapp } = TICKET_SOURCE;

const FIRST_HOUR: readonly Moment[] = [
  {
    at: '08:02',
    who: 'customer',
    does: 'e-mails CustomerService about a lost parcel {parcel}',
    act: opens('parcel', { group: 'CustomerService' }),
  },
  {
    at: '08:05',
    who: 'customer',
    does: 'opens a chat {chat}; Freshdesk repeats its first message as a conversation',
    act: opens('chat', { group: 'CustomerService', source: chat }),
  },
  { at: '08:09', who: 'customer', does: 'writes on in the chat {chat}', act: replies('chat', 'chat') },
  {
    at: '08:14',
    who: 'agent',
    does: 'answers {parcel} and closes it',
    act: onTicket('parcel', (actions, id) => [actions.agentReply(id), actions.close(id)]),
  },
  {
    at: '08:20',
    who: 'customer',
    does: 'e-mails about an invoice {invoice}, no group yet',
    act: opens('invoice'),
  },
  {
    at: '08:24',
    who: 'Freshdesk',
    does: 'routes {invoice} to Sales, four minutes later',
    act: (scene) =>
      onTicket('invoice', (actions, id) => actions.routeTicket(id, scene.groups.get('Sales') ?? null))(scene),
  },
  {
    at: '08:31',
    who: 'customer',
    does: 'phones Sales for an offer {offer}',
    act: opens('offer', { group: 'Sales', source: phone }),
  },
  {
    at: '08:40',
    who: 'agent',
    does: 'writes an outbound e-mail to a customer {outbound}',
    act: opens('outbound', { group: 'Sales', source: outboundEmail }),
  },
  {
    at: '08:52',
    who: 'customer',
    does: 'answers the outbound e-mail {outbound}',
    act: replies('outbound', 'email'),
  },
];

const BEFORE_NOON: readonly Moment[] = [
  {
    at: '09:00',
    who: 'admin',
    does: 'moves an old ticket in with a migration tool {migrated}',
    act: opens('migrated', { group: 'Sales', importId: '4711' }),
  },
  {
    at: '09:10',
    who: 'agent',
    does: 'raises an internal task inside a chat {task}',
    act: opens('task', { group: 'Technical Support', source: internalTask }),
  },
  {
    at: '09:20',
    who: 'customer',
    does: 'writes to Technical Support by WhatsApp {router}',
    act: opens('router', { group: 'Technical Support', source: whatsapp }),
  },
  {
    at: '09:26',
    who: 'customer',
    does: 'comes back to the chat {chat} by e-mail',
    act: replies('chat', 'email'),
  },
  {
    at: '09:40',
    who: 'somebody',
    does: 'e-mails an advertisement to CustomerService {advert}',
    act: opens('advert', { group: 'CustomerService' }),
  },
  {
    at: '09:40:30',
    who: 'agent',
    does: 'marks {advert} as spam',
    act: onTicket('advert', (actions, id) => actions.markSpam(id)),
  },
  {
    at: '10:00',
    who: 'customer',
    does: 'fills in a web form for Technical Support {form}',
    act: opens('form', { group: 'Technical Support', source: webForm }),
  },
  {
    at: '10:08',
    who: 'agent',
    does: 'forwards {form} to a supplier, who answers',
    act: onTicket('form', (actions, id) => [actions.forward(id), actions.thirdPartyAnswer(id)]),
  },
  {
    at: '10:30',
    who: 'customer',
    does: 'e-mails a request that nobody routes {stray}',
    act: opens('stray'),
  },
  {
    at: '10:50',
    who: 'customer',
    does: 'writes by the portal {thrice}; Freshworks delivers the event three times',
    act: deliveredTimes(3, opens('thrice', { group: 'Sales', source: portal })),
  },
  {
    at: '11:00',
    who: 'customers',
    does: 'write and call before lunch: 12 contacts within 20 minutes',
    act: rush(12, 20),
  },
];

/** From eight to half past eleven. */
export const MORNING: readonly Moment[] = [...FIRST_HOUR, ...BEFORE_NOON];
