import { askZone } from './time-zone';
import { isZone } from '../values/calendar';
import { RAILS_ZONES } from './time-zone-names';
import type { FreshdeskAnswer } from './client';

const DENIED = { ok: false, problem: { kind: 'forbidden' } } as const;
const DOWN = { ok: false, problem: { kind: 'unreachable' } } as const;

function answered(value: unknown): FreshdeskAnswer<unknown> {
  return { ok: true, value, serverTime: null };
}

function ask(answers: Readonly<Record<string, FreshdeskAnswer<unknown>>>) {
  return askZone((path) => Promise.resolve(answers[path] ?? DENIED));
}

it.each([...RAILS_ZONES])('%s is %s, which exists', (_name, zone) => {
  expect(isZone(zone)).toBe(true);
});

it.each([
  ['Berlin', 'Europe/Berlin'],
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ["Nuku'alofa", 'Pacific/Tongatapu'],
  ['Europe/Vienna', 'Europe/Vienna'],
  ['Atlantis', null],
  ['', null],
  [undefined, null],
])('takes %p for %p', async (name, zone) => {
  expect(await ask({ '/api/v2/account': answered({ timezone: name }) })).toBe(zone);
});

it('asks the account', async () => {
  expect(await ask({ '/api/v2/account': answered({ timezone: 'London' }) })).toBe('Europe/London');
});

it.each([DENIED, answered({}), answered('maintenance'), answered({ timezone: 'Atlantis' })])(
  'asks the agent of the key when the account says nothing: %p',
  async (account) => {
    const agent = answered({ contact: { time_zone: 'Tokyo' } });

    expect(await ask({ '/api/v2/account': account, '/api/v2/agents/me': agent })).toBe('Asia/Tokyo');
  },
);

it('knows none when neither says one', async () => {
  expect(await ask({ '/api/v2/account': DENIED, '/api/v2/agents/me': answered({}) })).toBeNull();
});

it('has no answer while Freshdesk cannot be asked', async () => {
  expect(await ask({ '/api/v2/account': DOWN })).toBeUndefined();
  expect(await ask({ '/api/v2/account': DENIED, '/api/v2/agents/me': DOWN })).toBeUndefined();
});
