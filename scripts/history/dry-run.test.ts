import axios from 'axios';
import { createClock } from '../../sandbox/support/clock';
import { createFreshdesk } from '../../sandbox/freshdesk/create-freshdesk';
import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import { compare } from '../../sandbox/oracle/compare';
import { truth } from '../../sandbox/oracle/truth';
import type { ContactEvent } from '../../server/contacts/contact-event';
import { dryRun } from './dry-run';

const UNTIL = Date.parse('2026-11-02T08:00:00Z');
const MINUTE_MS = 60_000;

function openAccount(tickets: number) {
  const clock = createClock(UNTIL);
  const freshdesk = createFreshdesk({ clock });
  const from = fillHelpdesk(freshdesk, clock, { tickets, days: 20, until: UNTIL });
  axios.defaults.headers.common['x-sandbox-scheme'] = 'https';
  return { clock, freshdesk, from };
}

async function play(account: ReturnType<typeof openAccount>, apiKey: string) {
  const { clock, freshdesk, from } = account;
  const events: ContactEvent[] = [];
  const baseUrl = await freshdesk.start();
  const view = await dryRun({
    baseUrl,
    apiKey,
    from,
    channelMapping: 'Cases',
    now: () => clock.now(),
    nextMinute: (startedAt) => Promise.resolve(clock.advanceTo(startedAt + MINUTE_MS)),
    onContacts: (batch) => void events.push(...batch),
    onProgress: () => undefined,
  }).finally(() => freshdesk.stop());
  return { view, events };
}

it('shows every contact that the import would send, and writes nothing to Freshdesk', async () => {
  const account = openAccount(300);
  const { revision } = account.freshdesk.helpdesk;

  const { view, events } = await play(account, account.freshdesk.admin.apiKey);

  const contacts = truth(account.freshdesk.helpdesk, {
    cutOver: view?.until ?? 0,
    historyFrom: account.from,
  });
  const receipts = events.map(({ properties, ...event }) => ({ ...event, ...properties }));
  expect(compare(contacts, receipts)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  expect(account.freshdesk.helpdesk.revision).toBe(revision);
});

it('says what is wrong with a key that Freshdesk refuses', async () => {
  const { view, events } = await play(openAccount(5), 'wrong');

  expect(view?.problem?.code).toBe('freshdesk_key');
  expect(events).toEqual([]);
});
