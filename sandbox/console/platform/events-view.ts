import { isJsonObject, objectIn } from '../../support/json-value';
import type { RecordedEvent } from '../event-recorder';
import type { Session } from '../serving/session-host';
import type { EventDetail, EventRow, EventsView } from './contract';
import { Refused } from '../serving/refused';

const MAX_ROWS = 100;

type Fields = Readonly<Record<string, unknown>>;

const DIRECTIONS: Readonly<Record<string, string>> = { true: 'incoming', false: 'outgoing' };

function aboutConversation(conversation: Fields): string {
  const direction = DIRECTIONS[String(conversation['incoming'])] ?? '';
  const isPrivate = conversation['private'] === true ? ', private' : '';
  return `ticket ${String(conversation['ticket_id'])}: ${direction}${isPrivate}`;
}

function changedNames(ticket: Fields, data: Fields): string {
  const changes = isJsonObject(ticket['changes']) ? ticket['changes'] : objectIn(data, 'changes');
  const model = isJsonObject(changes['model_changes']) ? changes['model_changes'] : changes;
  return Object.keys(model).join(', ');
}

function aboutTicket(data: Fields): string {
  const ticket = objectIn(data, 'ticket');
  const names = changedNames(ticket, data);
  return `ticket ${String(ticket['id'] ?? '?')}${names === '' ? '' : `: ${names}`}`;
}

function aboutGroup(group: Fields): string {
  return `group ${String(group['id'])}: ${String(group['name'])}`;
}

function aboutOf({ data }: RecordedEvent['event']): string {
  if (isJsonObject(data['group'])) return aboutGroup(data['group']);
  return isJsonObject(data['conversation']) ? aboutConversation(data['conversation']) : aboutTicket(data);
}

/** The newest events, and which of them the app subscribes to. */
export function eventsView(session: Session, handled: readonly string[]): EventsView {
  const { events, sandbox } = session;
  const toRow = ({ n, at, event }: RecordedEvent): EventRow => ({
    n,
    at,
    name: event.name,
    about: aboutOf(event),
    isHandled: handled.includes(event.name),
  });
  return {
    events: events.list().slice(-MAX_ROWS).reverse().map(toRow),
    emitted: events.emitted(),
    onTheWay: sandbox.platform.queued().length,
    handled,
  };
}

/** One event with its payload. */
export function eventDetail({ events }: Session, n: number): EventDetail {
  const found = events.list().find((recorded) => recorded.n === n);
  if (found === undefined) throw new Refused('This event is no longer kept.');
  return { name: found.event.name, data: found.event.data };
}
