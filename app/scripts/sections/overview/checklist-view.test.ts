import { catalogueOf } from '../../../../test/fakes/catalogues';
import { GOOD_DAY, LIVE_DAY, NOON } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import type { Light, Overview } from '../../../../server/page-contract';
import { checklistOf } from './checklist-view';

const WAITING: Light = { kind: 'waiting for the first contact' };
const NEW: Overview = { ...GOOD_DAY, accepted: 0, waiting: 0, lastAcceptedAt: null };

function items(overview: Overview, light: Light | null = WAITING) {
  return checklistOf(overview, light, createSpeaker(catalogueOf('en')), createFormat('en', 'UTC'));
}

function states(overview: Overview, light: Light | null = WAITING) {
  return items(overview, light).map(({ state }) => state);
}

it('has what is done, and says how the first contact is made', () => {
  expect(items(NEW).map(({ state, label }) => [state, label])).toEqual([
    ['done', 'Installed'],
    ['done', 'Keys'],
    ['done', 'Names'],
    ['open', 'First contact'],
  ]);
  expect(items(NEW)[3]?.words).toMatch(/create a ticket/);
  expect(items({ ...NEW, waiting: 2 })[3]?.words).toBe('2 contacts are recorded and wait to be sent.');
  expect(items(GOOD_DAY)[3]).toMatchObject({
    state: 'done',
    words: 'Accepted by injixo, the last one on Nov 5, 2026, 11:55 AM.',
  });
});

it.each([
  ['nobody has answered yet', { lastAnswerAt: null }, WAITING, 'open'],
  ['Freshdesk has not answered yet', { timeZone: null }, WAITING, 'open'],
  ['only injixo has to answer', { timeZone: null, way: 'live' }, WAITING, 'done'],
  ['a key is refused', {}, { kind: 'action needed', code: 'freshdesk_key', since: NOON }, 'act'],
  ['something else is wrong', {}, { kind: 'delayed', code: 'backlog', since: NOON }, 'done'],
] as const)('does not call the keys done before they are: %s', (_case, more, light, state) => {
  expect(states({ ...NEW, ...more }, light)[1]).toBe(state);
});

it('leads to the names that are missing', () => {
  expect(items({ ...LIVE_DAY, accepted: 0 })[2]).toEqual({
    state: 'act',
    label: 'Names',
    words: '3 groups or sources have no name yet. Their contacts wait.',
    section: 'names',
  });
});
