import type { Freshdesk } from '../freshdesk/create-freshdesk';
import type { ProductEvent } from '../freshdesk/model/helpdesk';
import { createNewestList } from '../support/newest-list';

const MAX_EVENTS = 2000;

/** A product event as it was emitted. */
export interface RecordedEvent {
  readonly n: number;
  readonly at: number;
  readonly event: ProductEvent;
}

/** The newest product events of one Freshdesk, with their payloads. */
export interface EventRecorder {
  list(): readonly RecordedEvent[];
  /** The number of events so far, dropped ones included. */
  emitted(): number;
}

/** Records from now on. To record a whole day, start before it. */
export function recordEvents(freshdesk: Freshdesk): EventRecorder {
  const events = createNewestList<RecordedEvent>(MAX_EVENTS);
  let emitted = 0;
  freshdesk.onEvent((event) => {
    emitted += 1;
    events.add({ n: emitted, at: freshdesk.helpdesk.clock.now(), event });
  });
  return { list: events.list, emitted: () => emitted };
}
