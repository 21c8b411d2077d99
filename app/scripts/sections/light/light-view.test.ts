import { catalogueOf } from '../../../../test/fakes/catalogues';
import { FAILURES, needsPerson } from '../../../../server/status/failures';
import { GOOD_DAY, LIVE_DAY, NOON } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import type { Light, Overview } from '../../../../server/page-contract';
import { lightView } from './light-view';

const SPEAKER = createSpeaker(catalogueOf('en'));
const FORMAT = createFormat('en', 'UTC');

const view = (light: Light | null, overview: Overview | null = GOOD_DAY) =>
  lightView(light, overview, SPEAKER, FORMAT);

it.each([
  ['operational', 'Operational', 'good'],
  ['importing', 'Importing', 'busy'],
  ['waiting for the first contact', 'Waiting for the first contact', 'busy'],
] as const)('shows %s', (kind, title, tone) => {
  expect(view({ kind })).toMatchObject({ title, tone, where: '', goTo: null, times: [] });
});

it('says why it is delayed, since when, when it tries again, and that nothing is lost', () => {
  const shown = view({
    kind: 'delayed',
    code: 'injixo_down',
    since: NOON,
    nextTryAt: NOON + 300_000,
  });

  expect(shown).toMatchObject({ title: 'Delayed', tone: 'late', why: 'injixo responds with an error.' });
  expect(shown.data).toContain('Nothing is lost');
  expect(shown.times).toEqual(['Since Nov 5, 2026, 12:00 PM', 'Next try: Nov 5, 2026, 12:05 PM']);
});

it('says when the app made its schedule anew, until a run has ended since', () => {
  const light = { kind: 'delayed', code: 'no_runs', since: NOON - 3_600_000 } as const;
  const renewed = (scheduleMadeAt: number | null): string =>
    view(light, { ...GOOD_DAY, scheduleMadeAt }).times.join();

  expect(renewed(NOON)).toContain('The app renewed its schedule at Nov 5, 2026, 12:00 PM.');
  expect(renewed(GOOD_DAY.lastRunAt - 1)).not.toContain('schedule');
  expect(renewed(null)).not.toContain('schedule');
});

it.each([...Object.keys(FAILURES).filter(needsPerson), 'contacts_held', 'names_missing'])(
  'says where a person acts on %s',
  (code) => {
    const shown = view({ kind: 'action needed', code, since: null });

    expect(shown.tone).toBe('bad');
    expect(shown.where).toMatch(/^Where: /);
    expect(shown.goTo).not.toBeNull();
    expect(shown.data).toContain('Nothing is lost');
    expect(shown.why).not.toContain('code');
  },
);

it('leads to the held contacts when they are what is to be decided', () => {
  expect(view({ kind: 'action needed', code: 'contacts_held', since: null }).goTo?.section).toBe('held');
});

it('leads to the form for the names that are missing, and says that other contacts do not wait', () => {
  const shown = view({ kind: 'action needed', code: 'names_missing', since: NOON }, LIVE_DAY);

  expect(shown.goTo).toEqual({ section: 'names', label: 'Enter the names' });
  expect(shown.data).toContain('They do not hold up any others');
});

it.each([
  ['action needed', 'no_place_to_record', 'are not counted'],
  ['delayed', 'store_silent', 'may not be recorded'],
] as const)('does not say that nothing is lost where events cannot be recorded: %s', (kind, code, words) => {
  const shown = view({ kind, code, since: NOON }, { ...LIVE_DAY, entityStoreAvailable: false });

  expect(shown.data).toContain(words);
  expect(shown.data).not.toContain('Nothing is lost');
});

it('names the ticket that tells the person in the settings', () => {
  const overview = { ...GOOD_DAY, alert: { ticketId: 1234, openedAt: NOON } };
  const shown = view({ kind: 'action needed', code: 'injixo_key', since: null }, overview);

  expect(shown.alert).toEqual({ ticketId: 1234, text: expect.stringContaining('Ticket 1234 in Freshdesk') });
});

it.each([
  [503, 'Last error: HTTP 503, Nov 5, 2026, 12:04 PM'],
  [null, 'Last error: no answer, Nov 5, 2026, 12:04 PM'],
])(
  'says when it tries again, and the last error with status %p and time, also when a person has to act',
  (status, words) => {
    const overview: Overview = { ...GOOD_DAY, lastError: { at: NOON + 240_000, status } };
    const nextTryAt = NOON + 300_000;
    const next = 'Next try: Nov 5, 2026, 12:05 PM';

    const acting = view({ kind: 'action needed', code: 'injixo_key', since: null, nextTryAt }, overview);
    const late = view({ kind: 'delayed', code: 'injixo_down', since: NOON, nextTryAt }, overview);

    expect(acting.times).toEqual([next, words]);
    expect(late.times.slice(1)).toEqual([next, words]);
  },
);

it('offers to send only what is due', () => {
  const light = { kind: 'operational' } as const;

  expect([view(light).canSend, view(light, { ...GOOD_DAY, due: 1 }).canSend]).toEqual([false, true]);
});

it('says that it does not know when it does not, and never that all is well', () => {
  expect(view(null, null)).toMatchObject({ title: 'Not known yet', tone: 'busy' });
  expect(view({ kind: 'brand new' } as unknown as Light).tone).toBe('busy');
});

it('says beside held contacts what delays the others', () => {
  const shown = view({ kind: 'action needed', code: 'contacts_held', since: null, also: 'injixo_down' });

  expect(shown.times).toContain('injixo responds with an error.');
  expect(shown.data).not.toContain('delivered as usual');
});

it.each(['operational', 'waiting for the first contact'] as const)(
  'says when it is %s that contacts come later where no event can be recorded',
  (kind) => {
    expect(view({ kind }, { ...GOOD_DAY, entityStoreAvailable: false }).data).toContain('about 20 minutes');
    expect(view({ kind }, { ...GOOD_DAY, entityStoreAvailable: true }).data).toMatch(/about two/);
  },
);

it.each<Light>([
  { kind: 'operational' },
  { kind: 'delayed', code: 'injixo_down', since: NOON },
  { kind: 'action needed', code: 'injixo_key', since: NOON },
])('stays as it is when tickets are set aside, and says beside it how many: $kind', (light) => {
  const setAside = [{ ticketId: 7, reason: 'unreachable', since: NOON }];
  const shown = view(light, { ...GOOD_DAY, setAside });

  expect({ ...shown, times: [] }).toEqual({ ...view(light), times: [] });
  expect(shown.times.at(-1)).toBe(
    '1 ticket cannot be read at the moment; all others are processed as usual.',
  );
});
