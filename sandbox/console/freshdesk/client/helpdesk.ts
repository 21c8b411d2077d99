import type { HelpdeskView, TicketRow } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton } from '../../browser/dom/form';
import { table } from '../../browser/dom/table';
import { momentWords, numberWords } from '../../browser/dom/words';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { createCreateTicket } from './create-ticket';
import { groups, profile } from './groups-and-keys';
import { createTicketPanel } from './ticket-panel';

const STATE_CLASSES: Readonly<Record<string, string>> = {
  spam: 'badge warn',
  deleted: 'badge warn',
};

function ticketCells(
  { id, group, source, state, createdAt, messages }: TicketRow,
  onOpen: (id: number) => void,
): readonly (Node | string)[] {
  const open = element('button', {
    type: 'button',
    class: 'link',
    'data-key': `ticket-${id}`,
    'aria-label': `Open ticket ${id}`,
    text: `#${id}`,
    onclick: () => onOpen(id),
  });
  const badge = element('span', { class: STATE_CLASSES[state] ?? 'badge', text: state });
  return [open, group, source, badge, momentWords(createdAt), String(messages)];
}

function ticketList(view: HelpdeskView, onOpen: (id: number) => void, onMore: () => void): readonly Node[] {
  if (view.ticketCount === 0) {
    return [element('p', { class: 'empty', text: 'No tickets yet. Create the first one above.' })];
  }
  const headings = ['Ticket', 'Group', 'Source', 'State', 'Created', 'Messages'];
  const rows = view.tickets.map((row) => ticketCells(row, onOpen));
  const rest = view.ticketCount - view.tickets.length;
  const more = actionButton(`Show more of ${numberWords(rest)} older tickets`, () =>
    Promise.resolve(onMore()),
  );
  return [table('Tickets', headings, rows, [5]), ...(rest > 0 ? [more] : [])];
}

/** Tickets, groups and keys of the helpdesk. */
export function createHelpdesk(panel: HTMLElement, summaries: Summaries): LiveView {
  const list = element('div');
  let wanted = 12;
  const ticket = createTicketPanel(summaries);
  const create = createCreateTicket((id) => ticket.open(id));
  const render = (view: HelpdeskView): readonly Node[] => {
    create.update(view);
    ticket.update(view);
    return [
      ...ticketList(
        view,
        (id) => ticket.open(id),
        () => {
          wanted += 50;
          live.refresh();
        },
      ),
      groups(view),
      profile(view),
    ];
  };
  panel.append(create.form, ticket.element, list);
  const live = liveView<HelpdeskView>({
    into: list,
    path: () => `freshdesk?tickets=${wanted}`,
    render,
    summaries,
  });
  return live;
}
