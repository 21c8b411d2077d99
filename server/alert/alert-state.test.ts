import {
  NO_ALERT,
  SOLVED,
  afterAttempt,
  updateFromLight,
  nextAlertStep,
  viewAlert,
  type Alert,
  type AlertAttempt,
} from './alert-state';
import type { Light } from '../page-contract';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const MINUTE = 60_000;
const FINE: Light = { kind: 'operational' };
const OUTAGE: Light = { kind: 'delayed', code: 'injixo_down', since: NOW, nextTryAt: NOW };

function needs(code: string, since: number | null = NOW): Light {
  return { kind: 'action needed', code, since };
}

function step(alert: Alert, light: Light, minutes: number, hasAddress = true) {
  return nextAlertStep(alert, light, hasAddress, NOW + minutes * MINUTE);
}

function beginAttempt(alert: Alert, attempt: Omit<AlertAttempt, 'at'>, at: number): Alert {
  return { ...alert, attempt: { ...attempt, at } };
}

/** The alert of a person who was told about these matters. */
function toldOf(...codes: readonly string[]): Alert {
  const matters = codes.map((code) => ({ code, since: NOW, told: true }));
  return { ...NO_ALERT, matters, ticket: { id: 7, openedAt: NOW, notes: 0 } };
}

it('reports neither what works, nor an outage, nor an issue that began a moment ago', () => {
  expect(step(updateFromLight(NO_ALERT, FINE, false, NOW), FINE, 60)).toEqual({ kind: 'nothing' });
  expect(step(updateFromLight(NO_ALERT, OUTAGE, true, NOW), OUTAGE, 60)).toEqual({ kind: 'nothing' });
  const young = updateFromLight(NO_ALERT, needs('injixo_key'), true, NOW);
  expect(step(young, needs('injixo_key'), 15)).toEqual({ kind: 'nothing' });
});

it.each([
  ['since the failure began', NOW],
  ['since it was first seen, where the light does not say since when', null],
])('tells when an issue lasts longer than 15 minutes, %s', (_since, since) => {
  const light = needs('contacts_held', since);
  const alert = updateFromLight(NO_ALERT, light, false, NOW);

  expect(step(alert, light, 15.1)).toEqual({ kind: 'notify', code: 'contacts_held' });
  expect(step(alert, light, 15.1, false)).toEqual({ kind: 'nothing' });
});

it('is not distracted by an outage in between, which neither hides an issue nor solves it', () => {
  const begun = updateFromLight(NO_ALERT, needs('injixo_key'), true, NOW);
  const during = updateFromLight(begun, OUTAGE, true, NOW + 10 * MINUTE);
  const again = updateFromLight(during, needs('injixo_key', NOW + 16 * MINUTE), true, NOW + 16 * MINUTE);

  expect(step(during, OUTAGE, 16)).toEqual({ kind: 'nothing' });
  expect(step(again, needs('injixo_key'), 16)).toEqual({ kind: 'notify', code: 'injixo_key' });
});

it('forgets an issue that was never reported', () => {
  const begun = updateFromLight(NO_ALERT, needs('injixo_key'), true, NOW);

  expect(updateFromLight(begun, FINE, false, NOW + MINUTE)).toEqual(NO_ALERT);
});

it('tells each issue once, a further one after 15 minutes of its own', () => {
  const told = toldOf('injixo_key');
  expect(step(told, needs('injixo_key'), 300)).toEqual({ kind: 'nothing' });

  const later = NOW + 60 * MINUTE;
  const further = updateFromLight(told, needs('contacts_held', null), false, later);
  expect(step(further, needs('contacts_held'), 70)).toEqual({ kind: 'nothing' });
  expect(step(further, needs('contacts_held'), 76)).toEqual({ kind: 'notify', code: 'contacts_held' });
});

it('says once that all is solved, also when the address was taken out meanwhile', () => {
  const solved = updateFromLight(toldOf('injixo_key', 'contacts_held'), FINE, false, NOW + MINUTE);
  expect(step(solved, FINE, 2, false)).toEqual({ kind: 'note solved' });

  const said = afterAttempt(beginAttempt(solved, { what: 'note', says: SOLVED }, NOW + 2 * MINUTE), 'note');
  expect(said).toMatchObject({ matters: [], solvedAt: null, ticket: { id: 7, notes: 1 } });
  expect(step(updateFromLight(said, FINE, false, NOW + 7 * MINUTE), FINE, 7)).toEqual({ kind: 'nothing' });
});

it('does not say so when the issue is back before it could', () => {
  const solved = updateFromLight(toldOf('injixo_key'), FINE, false, NOW);
  const back = updateFromLight(solved, needs('injixo_key'), true, NOW + MINUTE);

  expect(step(back, needs('injixo_key'), 30)).toEqual({ kind: 'nothing' });
});

it('reports the same issue again when it comes back after it was resolved', () => {
  const said = afterAttempt(
    beginAttempt({ ...toldOf('injixo_key'), solvedAt: NOW }, { what: 'note', says: SOLVED }, NOW),
    'note',
  );
  const back = updateFromLight(said, needs('injixo_key', NOW), true, NOW);

  expect(step(back, needs('injixo_key'), 16)).toEqual({ kind: 'notify', code: 'injixo_key' });
});

it('looks for what an attempt made before it does anything else', () => {
  const begun = updateFromLight(NO_ALERT, needs('injixo_key'), true, NOW);
  const tried = beginAttempt(begun, { what: 'ticket', says: 'injixo_key' }, NOW + 16 * MINUTE);

  expect(step(tried, needs('injixo_key'), 99)).toEqual({ kind: 'confirm', attempt: tried.attempt });
  const solved = updateFromLight(tried, FINE, false, NOW + 20 * MINUTE);
  expect(step(solved, FINE, 99)).toEqual({ kind: 'confirm', attempt: tried.attempt });
  expect(step(afterAttempt(solved, { ticketId: 9 }), FINE, 99)).toEqual({ kind: 'note solved' });
});

it('tries again an hour after an attempt that made nothing, not before', () => {
  const begun = updateFromLight(NO_ALERT, needs('injixo_key'), true, NOW);
  const failed = afterAttempt(
    beginAttempt(begun, { what: 'ticket', says: 'injixo_key' }, NOW + 20 * MINUTE),
    'nothing',
  );

  expect(step(failed, needs('injixo_key'), 79)).toEqual({ kind: 'nothing' });
  expect(step(failed, needs('injixo_key'), 81)).toEqual({ kind: 'notify', code: 'injixo_key' });
});

it('lets it be when the ticket is gone on which it would say that all is solved', () => {
  const solved = beginAttempt(
    { ...toldOf('injixo_key'), solvedAt: NOW },
    { what: 'note', says: SOLVED },
    NOW,
  );

  expect(afterAttempt(solved, 'gone')).toMatchObject({ matters: [], solvedAt: null, attempt: null });
});

it('shows the ticket while what it tells of lasts', () => {
  const told = toldOf('injixo_key');

  expect(viewAlert(NO_ALERT)).toBeNull();
  expect(viewAlert(told)).toEqual({ ticketId: 7, openedAt: NOW });
  expect(viewAlert({ ...told, solvedAt: NOW })).toBeNull();
  expect(viewAlert(beginAttempt(NO_ALERT, { what: 'ticket', says: 'injixo_key' }, NOW))).toEqual({
    ticketId: null,
    openedAt: NOW,
  });
});
