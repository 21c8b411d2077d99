import type { HelpdeskView, MessageRow, TicketAction, TicketPage, TicketView } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton } from '../../browser/dom/form';
import { momentWords } from '../../browser/dom/words';
import { liveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { ticketActions } from './ticket-actions';
import { createTicketBackground } from './ticket-background';

function message({ at, words, text, isCustomer }: MessageRow): HTMLElement {
  return element(
    'li',
    { class: isCustomer ? 'customer' : '' },
    element('span', { text: words }),
    ...(text === null ? [] : [element('p', { class: 'written', text })]),
    element('time', { datetime: new Date(at).toISOString(), text: momentWords(at) }),
  );
}

function heading({ id, group, source, state }: TicketView, onClose: () => void): HTMLElement {
  return element(
    'div',
    { class: 'row spread' },
    element('h3', { text: `Ticket ${id}` }),
    element('span', { class: 'muted', text: `${group} · ${source} · ${state}` }),
    actionButton('Back to the list', () => Promise.resolve(onClose()), { class: 'quiet' }),
  );
}

function paragraph(kind: string, text: string): readonly HTMLElement[] {
  return text === '' ? [] : [element('p', { class: kind, text })];
}

/** The open ticket with its messages and actions. */
export function createTicketPanel(summaries: Summaries): {
  readonly element: HTMLElement;
  open(id: number): void;
  update(view: HelpdeskView): void;
} {
  const panel = element('div', { class: 'ticket' });
  const background = createTicketBackground(summaries);
  let openId: number | null = null;
  let helpdesk: HelpdeskView | null = null;
  const close = (): void => {
    const list = document.querySelector<HTMLElement>(`[data-key="ticket-${openId}"]`);
    if (panel.contains(document.activeElement)) list?.focus();
    openId = null;
    background.show(null);
    live.refresh();
  };
  const render = (ticket: TicketPage): readonly Node[] => {
    background.show(ticket);
    const thread = ticket.thread.map(message);
    const actions: readonly TicketAction[] = ticket.actions;
    return [
      heading(ticket, close),
      ...paragraph('note', ticket.whyNotCounted),
      ...paragraph('written', ticket.text),
      ...(thread.length === 0 ? [] : [element('ol', { class: 'thread' }, ...thread)]),
      ...ticketActions(ticket, actions, helpdesk),
    ];
  };
  // Closes the ticket first: another sandbox has other tickets.
  summaries.listen(({ sandbox }, before) => {
    if (before !== null && before.sandbox !== sandbox) close();
  });
  const live = liveView<TicketPage>({
    into: panel,
    path: () => (openId === null ? null : `freshdesk/tickets/${openId}`),
    render,
    summaries,
  });
  return {
    element: element('div', {}, panel, background.element),
    open: (id) => {
      openId = id;
      live.refresh();
    },
    update: (view) => {
      helpdesk = view;
    },
  };
}
