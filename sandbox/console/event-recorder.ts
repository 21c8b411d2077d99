import type { Sandbox } from '../create-sandbox';
import type { ProductEvent } from '../freshdesk/model/helpdesk';
import type { Told } from '../oracle/live/told';
import { keepDiary } from '../scenarios/chaos/checker/diary';
import { createNewestList } from '../support/newest-list';

const MAX_EVENTS = 2000;

/** A product event as it was emitted. */
export interface RecordedEvent {
  readonly n: number;
  readonly at: number;
  readonly event: ProductEvent;
}

/** The newest product events of one sandbox, with their payloads. */
export interface EventRecorder {
  list(): readonly RecordedEvent[];
  /** The number of events so far, dropped ones included. */
  emitted(): number;
  /** What events told the app, all of it. */
  readonly told: Told;
}

/** Records from now on. To record a whole day, start before it. */
export function recordEvents({ freshdesk, platform }: Sandbox): EventRecorder {
  const events = createNewestList<RecordedEvent>(MAX_EVENTS);
  let emitted = 0;
  freshdesk.onEvent((event) => {
    emitted += 1;
    events.add({ n: emitted, at: freshdesk.helpdesk.clock.now(), event });
  });
  return { list: events.list, emitted: () => emitted, told: keepDiary(platform) };
}
