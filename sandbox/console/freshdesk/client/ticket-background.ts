import { element } from '../../browser/dom/element';
import type { Summaries } from '../../browser/live/summaries';
import type { PageMessage } from '../../marketplace/client/messages';
import type { TicketPage } from '../contract';

type Shown = Pick<TicketPage, 'background' | 'groupId'>;

const NONE: Shown = { background: null, groupId: null };

/** The app's own part of the page of the open ticket, which nobody sees. */
export function createTicketBackground(summaries: Summaries): {
  readonly element: HTMLElement;
  show(ticket: Shown | null): void;
} {
  const frame = element('iframe', { title: 'The app on the ticket’s page', hidden: true });
  const place = element('div', { hidden: true });
  let shown = NONE;
  let now = 0;
  const tell = (kind: PageMessage['kind']): void =>
    frame.contentWindow?.postMessage({ kind, now } satisfies PageMessage, window.location.origin);
  summaries.listen((summary, before) => {
    now = summary.now;
    if (summary.moves !== before?.moves) tell('time');
  });
  const load = (address: string | null): void => {
    if (address === null) return frame.remove();
    frame.src = address;
    place.append(frame);
  };
  return {
    element: place,
    show: (ticket) => {
      const before = shown;
      shown = ticket ?? NONE;
      if (before.background !== shown.background) load(shown.background);
      else if (before.groupId !== shown.groupId) tell('ticket.groupChanged');
    },
  };
}
