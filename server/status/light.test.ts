import { FAILURES, needsPerson } from './failures';
import { LIMITS } from '../values/limits';
import { lightOf, type LightFacts } from './light';
import { NOTHING_WAITS } from '../../test/fakes/page-samples';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const MINUTE = 60_000;
const FINE: LightFacts = {
  lastRunAt: NOW - 4 * MINUTE,
  nextTryAt: NOW + MINUTE,
  installedAt: NOW - 86_400_000,
  failure: null,
  freshdeskFailure: null,
  unclear: 0,
  parked: 0,
  due: 0,
  oldestWaiting: null,
  waitingComplete: true,
  found: 0,
  checkedUntil: NOW - 36 * MINUTE,
  lastAnswerAt: NOW - 20 * MINUTE,
  accepted: 12,
  isImporting: false,
  way: 'checked',
  waits: NOTHING_WAITS,
  storeSilentSince: null,
};
const LIVE = { way: 'live', checkedUntil: 0 } as const;

function named(contacts: number, minutes: number | null): Partial<LightFacts> {
  const oldestDueAt = minutes === null ? null : NOW - minutes * MINUTE;
  return { ...LIVE, due: contacts, waits: { ...NOTHING_WAITS, names: { contacts, oldestDueAt } } };
}

function light(facts: Partial<LightFacts>) {
  return lightOf({ ...FINE, ...facts }, NOW);
}

it('is operational when injixo answered within the hour and nothing due is unsent', () => {
  expect(light({})).toEqual({ kind: 'operational' });
});

it('stays operational through a quiet night, in which only the empty request was answered', () => {
  expect(light({ lastAnswerAt: NOW - 31 * MINUTE })).toEqual({ kind: 'operational' });
});

it.each(Object.keys(FAILURES).filter(needsPerson))('needs action when a person has to act: %s', (code) => {
  const since = NOW - 7 * MINUTE;

  const nextTryAt = NOW + MINUTE;

  expect(light({ failure: { code, since }, due: 9, nextTryAt })).toEqual({
    ...{ kind: 'action needed', code, since, nextTryAt },
  });
  expect(light({ failure: { code, since }, nextTryAt: NOW })).toEqual({ kind: 'action needed', code, since });
  expect(light({ freshdeskFailure: { code, since } })).toMatchObject({ kind: 'action needed', code });
});

it.each([{ unclear: 3 }, { parked: 1 }])('needs action while contacts are held: %p', (held) => {
  expect(light(held)).toMatchObject({ kind: 'action needed', code: 'contacts_held' });
});

it.each([
  'injixo_down',
  'injixo_unreachable',
  'injixo_throttled',
  'freshdesk_unreachable',
  'freshdesk_throttled',
])('is delayed, not broken, while %s lasts, and says since when and when it tries again', (code) => {
  const since = NOW - 12 * MINUTE;

  expect(light({ failure: { code, since } })).toEqual({
    kind: 'delayed',
    code,
    since,
    nextTryAt: NOW + MINUTE,
  });
});

it('is delayed while something due is unsent, or while there was more than a run could look at', () => {
  const oldestWaiting = NOW - 9 * MINUTE;

  expect(light({ due: 2, oldestWaiting })).toMatchObject({
    kind: 'delayed',
    code: 'backlog',
    since: oldestWaiting,
  });
  expect(light({ waitingComplete: false })).toMatchObject({ kind: 'delayed', code: 'backlog' });
});

it('is delayed while what the scan found is not sent', () => {
  expect(light({ found: 1 })).toMatchObject({ kind: 'delayed', code: 'backlog' });
});

it('stays operational while the widest window of a busy account is walked, which takes some runs', () => {
  const waited = LIMITS.scanAgeMs + LIMITS.widestWindowMs + 3 * LIMITS.tickMinutes[0] * MINUTE;

  expect(light({ checkedUntil: NOW - waited })).toEqual({ kind: 'operational' });
});

it('is delayed while the scan is behind: nobody knows then what is due', () => {
  const checkedUntil = NOW - 91 * MINUTE;

  expect(light({ checkedUntil })).toMatchObject({ kind: 'delayed', code: 'backlog', since: checkedUntil });
});

it('is delayed when the runs stay away, whatever the last one left', () => {
  expect(light({ lastRunAt: NOW - 22 * MINUTE })).toMatchObject({ kind: 'delayed', code: 'no_runs' });
});

it('is never green because nothing was tried: without an answer for an hour it is delayed', () => {
  expect(light({ lastAnswerAt: NOW - 61 * MINUTE })).toMatchObject({ kind: 'delayed', code: 'no_answer' });
  expect(light({ lastAnswerAt: null })).toMatchObject({ kind: 'delayed', code: 'no_answer' });
});

it('is importing before it waits for the first contact, and waits before it is operational', () => {
  expect(light({ isImporting: true, accepted: 0 })).toEqual({ kind: 'importing' });
  expect(light({ accepted: 0 })).toEqual({ kind: 'waiting for the first contact' });
});

describe('what a held contact must not hide', () => {
  it.each<[string, Partial<LightFacts>, string | undefined]>([
    ['nothing when all others are delivered', {}, undefined],
    ['an injixo that is down', { failure: { code: 'injixo_down', since: NOW - MINUTE } }, 'injixo_down'],
    ['runs that stay away', { lastRunAt: NOW - 22 * MINUTE }, 'no_runs'],
    ['contacts that are due', { due: 3 }, 'backlog'],
    ['an injixo that has not answered', { lastAnswerAt: NOW - 61 * MINUTE }, 'no_answer'],
  ])('%s', (_what, facts, also) => {
    const shown = light({ parked: 1, ...facts });

    expect(shown).toMatchObject({ kind: 'action needed', code: 'contacts_held' });
    expect('also' in shown ? shown.also : undefined).toBe(also);
  });
});

it('is delayed when what waited at the last run is due by now, whatever it waited for', () => {
  const waited = { oldestWaiting: NOW - 15 * MINUTE };

  expect(light({ ...waited, lastRunAt: NOW - 10 * MINUTE })).toEqual({ kind: 'operational' });
  expect(light({ ...waited, lastRunAt: NOW - 11 * MINUTE })).toMatchObject({ code: 'no_runs' });
});

it.each(['lastRunAt', 'lastAnswerAt'] as const)('takes no %s of the future for proof', (name) => {
  expect(light({ [name]: NOW + 3 * 86_400_000 })).toMatchObject({ kind: 'delayed' });
});

it('names no next try that has passed', () => {
  const shown = light({ due: 1, nextTryAt: NOW - 1 });

  expect(shown).toMatchObject({ kind: 'delayed' });
  expect(shown).not.toHaveProperty('nextTryAt');
});

describe('live only', () => {
  it('is green although nothing is checked against Freshdesk', () => {
    expect(light(LIVE)).toEqual({ kind: 'operational' });
    expect(light({ ...LIVE, accepted: 0 })).toEqual({ kind: 'waiting for the first contact' });
  });

  it('waits for a name for 15 minutes after a contact fell due, and then for a person', () => {
    expect(light(named(3, 15))).toMatchObject({
      kind: 'delayed',
      code: 'names_wait',
      since: NOW - 15 * MINUTE,
    });
    expect(light(named(3, 16))).toEqual({
      kind: 'action needed',
      code: 'names_missing',
      since: NOW - 16 * MINUTE,
    });
  });

  it('says beside the names what delays all other contacts', () => {
    expect(light({ ...named(3, 16), due: 4 })).toMatchObject({ code: 'names_missing', also: 'backlog' });
    const failure = { code: 'injixo_down', since: NOW };
    expect(light({ ...named(3, 16), failure })).toMatchObject({ code: 'names_missing', also: 'injixo_down' });
    expect(light({ ...named(3, 10), due: 4 })).toMatchObject({ kind: 'delayed', code: 'backlog' });
  });

  it('is not concerned by contacts that are not due: of a settle window, or of a ticket whose facts are unknown', () => {
    const facts = { contacts: 9, oldestDueAt: null };

    expect(light({ ...LIVE, waits: { ...NOTHING_WAITS, facts } })).toEqual({ kind: 'operational' });
  });

  it('is delayed while contacts that waited for injixo are still to be sent', () => {
    const sending = { contacts: 9, oldestDueAt: NOW - MINUTE };

    expect(light({ ...LIVE, waits: { ...NOTHING_WAITS, sending } })).toMatchObject({ code: 'backlog' });
  });

  it('needs action where no event can be recorded, unless it has been so for some minutes only', () => {
    const silent = (minutes: number) => light({ ...LIVE, storeSilentSince: NOW - minutes * MINUTE });

    expect(silent(16)).toEqual({
      kind: 'action needed',
      code: 'no_place_to_record',
      since: NOW - 16 * MINUTE,
    });
    expect(silent(15)).toMatchObject({ kind: 'delayed', code: 'store_silent', since: NOW - 15 * MINUTE });
  });

  it('needs none for that with a Freshdesk key, because the scan delivers', () => {
    expect(light({ storeSilentSince: NOW - 60 * MINUTE })).toEqual({ kind: 'operational' });
  });
});
