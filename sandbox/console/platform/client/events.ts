import type { EventDetail, EventRow, EventsView } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton } from '../../browser/dom/form';
import { countWords, momentWords } from '../../browser/dom/words';
import { load } from '../../browser/live/api';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { createEventDialog, deliver } from './event-dialog';
import { lazyDetails, jsonBlock } from './lazy-details';

const NONE = 'No events yet. Everything that happens in Freshdesk is one.';

/** Product events with their payloads; each can be sent again, or edited and sent. */
export function createEvents(panel: HTMLElement, summaries: Summaries): LiveView {
  const list = element('div');
  const dialog = createEventDialog();
  let handled: readonly string[] = [];

  const inside = async ({ n, isHandled }: EventRow): Promise<readonly Node[]> => {
    const event = await load<EventDetail>(`platform/events/${n}`);
    const again = actionButton('Send again', () => deliver(event), { 'data-key': `again-${n}` });
    const edit = actionButton('Edit and send', () => Promise.resolve(dialog.open(event, handled)), {
      'data-key': `edit-${n}`,
    });
    const buttons = isHandled ? [element('div', { class: 'row' }, again, edit)] : [];
    return [...buttons, jsonBlock(event.data)];
  };
  const row = (event: EventRow): HTMLElement => {
    const mark = event.isHandled ? [] : [element('span', { class: 'badge', text: 'not subscribed' })];
    const words = [
      element('time', { text: momentWords(event.at) }),
      element('strong', { text: event.name }),
      element('span', { text: event.about }),
      ...mark,
    ];
    return lazyDetails(`event-${event.n}`, words, () => inside(event));
  };
  const byHand = actionButton('Write an event by hand', async () => {
    const { events } = await load<EventsView>('platform/events');
    const newest = events.find(({ isHandled }) => isHandled);
    const draft =
      newest === undefined
        ? { name: handled[0] ?? '', data: {} }
        : await load<EventDetail>(`platform/events/${newest.n}`);
    dialog.open(draft, handled);
  });
  panel.append(element('div', { class: 'row' }, byHand), list);
  return liveView<EventsView>({
    into: list,
    path: () => 'platform/events',
    render: (view) => {
      handled = view.handled;
      const { emitted, onTheWay, events } = view;
      const count = `${countWords(emitted, 'event')} so far, ${onTheWay} on the way to the app.`;
      if (emitted === 0) return [element('p', { class: 'empty', text: NONE })];
      return [
        element('p', { class: 'muted', text: count }),
        element('div', { class: 'lines' }, ...events.map(row)),
      ];
    },
    summaries,
  });
}
