import { fc } from '../../test/property';
import iparamsPage from '../../config/iparams.json';
import { keyNeeds, parseSettings, sumSettings } from './settings';

const LEAST = { injixo_api_key: 'ik-1', freshdesk_api_key: 'fk-1' };

it('reads the least that has to be entered', () => {
  expect(parseSettings(LEAST)).toEqual({
    ok: true,
    value: {
      way: 'checked',
      injixoApiKey: 'ik-1',
      injixoIntegrationId: null,
      freshdeskApiKey: 'fk-1',
      channelMapping: 'Cases',
      historyFrom: null,
      alertEmail: null,
      injixoApiUrl: 'https://api.injixo.com',
    },
    mistakes: [],
    sums: sumSettings(LEAST),
  });
});

it.each([
  ['a key with space around it', { injixo_api_key: ' ik-2\n' }, { injixoApiKey: 'ik-2' }],
  ['an integration ID', { injixo_integration_id: ' 1234 ' }, { injixoIntegrationId: 1234 }],
  ['an integration ID as a number', { injixo_integration_id: 1234 }, { injixoIntegrationId: 1234 }],
  ['an empty integration ID', { injixo_integration_id: '' }, { injixoIntegrationId: null }],
  ['a mapping', { channel_mapping: 'By source' }, { channelMapping: 'By source' }],
  ['a day', { history_from: '2026-01-31' }, { historyFrom: Date.UTC(2026, 0, 31) }],
  ['a leap day', { history_from: '2024-02-29' }, { historyFrom: Date.UTC(2024, 1, 29) }],
  ['a minute', { history_from: '2026-01-31 08:05' }, { historyFrom: Date.UTC(2026, 0, 31, 8, 5) }],
  ['an e-mail address', { alert_email: 'planner@example.com' }, { alertEmail: 'planner@example.com' }],
  ['a test system', { injixo_api_url: 'http://127.0.0.1:4000/' }, { injixoApiUrl: 'http://127.0.0.1:4000' }],
  ['a field of no use', { something: 'else' }, {}],
  [
    'fields that are null',
    { history_from: null, alert_email: null },
    { historyFrom: null, alertEmail: null },
  ],
])('reads %s', (_case, fields, value) => {
  expect(parseSettings({ ...LEAST, ...fields })).toMatchObject({ ok: true, value });
});

it.each([
  ['no injixo API key', { injixo_api_key: ' ' }, 'injixo API key'],
  ['a key of two lines', { injixo_api_key: 'ik\r\nHost: x' }, 'injixo API key'],
  ['a Freshdesk key of two words', { freshdesk_api_key: 'fk 1' }, 'Freshdesk key'],
  ['an ID in letters', { injixo_integration_id: '12a' }, 'integration ID'],
  ['an ID that no number holds', { injixo_integration_id: '9007199254740993' }, 'integration ID'],
  ['another mapping', { channel_mapping: 'by source' }, 'as the channel'],
  ['a day that no calendar has', { history_from: '2026-02-30' }, 'a day that exists'],
  ['a German day', { history_from: '31.01.2026' }, 'a day that exists'],
  ['a minute that no clock has', { history_from: '2026-01-31 08:61' }, 'a day that exists'],
  ['two e-mail addresses', { alert_email: 'a@example.com, b@example.com' }, 'one e-mail address'],
  ['an address without a scheme', { injixo_api_url: 'api.injixo.com' }, 'injixo API address'],
  ['an address with a query', { injixo_api_url: 'https://api.injixo.com?x=1' }, 'injixo API address'],
])('refuses %s with one sentence', (_case, fields, words) => {
  const parsed = parseSettings({ ...LEAST, ...fields });

  const [field = ''] = Object.keys(fields);
  expect(parsed.mistakes).toEqual([{ field, reason: expect.stringContaining(words) }]);
});

it.each([
  ['a day that no calendar has', { history_from: '2026-02-30' }, true],
  ['two e-mail addresses', { alert_email: 'a@example.com, b@example.com' }, true],
  ['another mapping', { channel_mapping: 'by source' }, false],
  ['an ID in letters', { injixo_integration_id: '12a' }, false],
  ['no Freshdesk API key', { freshdesk_api_key: '' }, true],
  ['a Freshdesk key of two words', { freshdesk_api_key: 'fk 1' }, false],
])('with %s delivery goes on only where it does without: %s', (_case, fields, ok) => {
  const parsed = parseSettings({ ...LEAST, ...fields });

  expect(parsed).toMatchObject({ ok, value: { injixoApiKey: 'ik-1', historyFrom: null, alertEmail: null } });
});

it.each([
  ['live', undefined],
  ['live', ' '],
  ['checked', 'fk-1'],
  ['checked', 'two words'],
])('the way is %s with the Freshdesk key %j: one that is no key makes its contacts wait', (way, key) => {
  expect(parseSettings({ ...LEAST, freshdesk_api_key: key }).value.way).toBe(way);
});

it('names everything that is wrong at once, each short enough for the platform’s one line', () => {
  const parsed = parseSettings({
    freshdesk_api_key: 'x x',
    injixo_integration_id: 'x',
    channel_mapping: 'x',
    history_from: 'x',
    alert_email: 'x',
    injixo_api_url: 'x',
  });

  const reasons = parsed.mistakes.map(({ reason }) => reason);
  expect(reasons).toHaveLength(7);
  expect(reasons.filter((reason) => reason.length > 60)).toEqual([]);
});

it('answers whatever was entered', () => {
  const field = fc.anything();
  fc.assert(
    fc.property(fc.oneof(field, fc.record({ injixo_api_key: field, history_from: field })), (iparams) => {
      expect(typeof parseSettings(iparams).ok).toBe('boolean');
    }),
  );
});

describe('the install page', () => {
  it.each([
    ['', true],
    ['2026-01-31', true],
    ['2026-01-31 23:59', true],
    [' 2026-01-31 ', true],
    ['  ', true],
    ['2026-09-30', true],
    ['2026-12-31 00:00', true],
    ['2024-02-29', true],
    ['2028-02-29 08:00', true],
    ['2026-02-28', true],
    ['2026-09-31', false],
    ['2026-11-31', false],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2025-02-29', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-01-32', false],
    ['2026-1-31', false],
    ['2026-01-31 8:00', false],
    ['2026-01-31 08:60', false],
    ['2026-01-31  08:00', false],
    ['2026-13-01', false],
    ['2026-01-31T08:00', false],
    ['2026-01-31 24:00', false],
  ])('takes %j as the start of the history: %s', (text, isTaken) => {
    expect(new RegExp(iparamsPage.history_from.regex.start).test(text)).toBe(isTaken);
  });

  it('takes the days that the server can read, and no other', () => {
    const pattern = new RegExp(iparamsPage.history_from.regex.start);
    const day = fc.tuple(fc.integer({ min: 2020, max: 2040 }), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const text = [year, month, date].map((part) => String(part).padStart(2, '0')).join('-');
        expect(pattern.test(text)).toBe(
          parseSettings({ ...LEAST, history_from: text }).value.historyFrom !== null,
        );
      }),
    );
  });

  it('offers the mappings that the server knows', () => {
    const read = iparamsPage.channel_mapping.options.map((option) =>
      parseSettings({ ...LEAST, channel_mapping: option }),
    );

    expect(read.map(({ ok }) => ok)).toEqual([true, true]);
  });
});

it.each([
  [
    { history_from: '2026-01-31', alert_email: 'planner@example.com' },
    ['start_needs_key', 'alert_needs_key'],
  ],
  [{ history_from: '2026-01-31' }, ['start_needs_key']],
  [{ alert_email: 'planner@example.com' }, ['alert_needs_key']],
  [{ history_from: '2026-01-31', alert_email: 'planner@example.com', freshdesk_api_key: 'fk-1' }, []],
  [{ history_from: '2026-01-31', freshdesk_api_key: 'two words' }, []],
  [{}, []],
])('finds what needs the Freshdesk API key that is not entered: %j', (fields, needs) => {
  expect(keyNeeds(parseSettings({ injixo_api_key: 'ik-1', ...fields }).value)).toEqual(needs);
});

it('notices by its checksums which field was changed, whatever stands around its text', () => {
  const before = sumSettings({ injixo_api_key: 'a-key', alert_email: 'a@b.example' });
  const after = sumSettings({ injixo_api_key: ' a-key ', alert_email: 'c@b.example' });

  expect(after.injixo_api_key).toBe(before.injixo_api_key);
  expect(after.alert_email).not.toBe(before.alert_email);
  expect(sumSettings(null)).toEqual(sumSettings({}));
});
