import { NO_BATCH } from '../sending/in-flight-batch';
import { newState } from '../run/state';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { NO_ALERT } from '../alert/alert-state';
import { makeSupportFile } from './support-file';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const TICKET = { id: 4711, openedAt: 6, notes: 2 };
const SCHEDULE = { found: true, everyMinutes: 5, cutOver: NOW };

function file(stored: { state?: unknown; note?: unknown; overview?: unknown; orders?: unknown }) {
  return makeSupportFile({
    at: NOW,
    version: '1.2.3',
    settings: {},
    state: stored.state,
    note: stored.note,
    overview: stored.overview,
    orders: stored.orders,
    schedule: SCHEDULE,
    limits: {},
    unread: [],
  });
}

it('can be made before the first run', () => {
  expect(file({})).toMatchObject({
    at: NOW,
    versions: { app: '1.2.3', state: null },
    state: null,
    inFlight: null,
    overview: null,
    orders: 0,
    schedule: SCHEDULE,
  });
});

it('tells what works and what does not, in codes, counts and times', () => {
  const state = {
    ...newState(NOW),
    mode: 'paused',
    failure: { code: 'injixo_key', sentence: 'A sentence.', since: NOW - 5 },
    held: [{ number: 3, reason: 'unclear', contacts: 12, at: NOW - 9 }],
    refused: ['ticket:77', 'reply:88'],
    alert: { ...NO_ALERT, matters: [{ code: 'injixo_key', since: 5, told: true }], ticket: TICKET },
  };
  const live = { ...startCursor('live', 1, 2, 3), after: 4711, afterAt: 5 };

  const made = file({
    state: { ...state, scan: { ...state.scan, live } },
    note: {
      ...NO_BATCH,
      number: 4,
      queues: ['freshdesk:1:1:tickets'],
      outcome: { kind: 'accepted', at: 1 },
    },
    orders: { v: 1, send_3: 1 },
  });

  expect(made).toMatchObject({
    versions: { state: 1 },
    state: {
      cutOver: NOW,
      mode: 'paused',
      failure: { code: 'injixo_key', since: NOW - 5 },
      held: [{ number: 3, reason: 'unclear', contacts: 12, at: NOW - 9 }],
      alert: { matters: [{ code: 'injixo_key', since: 5, told: true }], ticket: { notes: 2 } },
      counters: { duplicates: 0, leftOut: 0, refused: 2 },
      scan: { walks: { live: { from: 1, until: 2, since: 3 } } },
      history: null,
    },
    inFlight: { number: 4, origin: 'outbox', outcome: 'accepted', contacts: 0, queues: 1 },
    orders: 1,
  });
  const text = JSON.stringify(made);
  for (const hidden of ['4711', 'ticket:77', 'A sentence', 'freshdesk:1']) expect(text).not.toContain(hidden);
});

it('lets no text through that is not one of its own codes, wherever it is stored', () => {
  const name = 'Anna of Care';
  const state = {
    ...newState(NOW),
    mode: name,
    group: name,
    failure: { code: name, since: 1 },
    held: [{ number: 1, reason: name, queue: name }],
    history: { state: name, problem: { code: name }, plan: { queue: name } },
    alert: { ticket: { id: 4711 }, matters: [{ code: name }], attempt: { what: name, says: name } },
  };

  const text = JSON.stringify(
    file({ state, overview: { today: { day: name }, use: name }, note: { origin: name } }),
  );

  expect(text).not.toContain('Anna');
  expect(text).not.toContain('4711');
});

it.each([null, 7, 'text', [1], true])('can be made of what is no record at all: %p', (stored) => {
  expect(() => file({ state: stored, note: stored, overview: stored, orders: stored })).not.toThrow();
});
