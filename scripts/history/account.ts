import axios from 'axios';
import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import { createClock } from '../../sandbox/support/clock';
import { createFreshdesk } from '../../sandbox/freshdesk/create-freshdesk';
import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import { parseFreshdeskUrl } from '../../server/setup/settings';
import { askKey } from './ask-key';
import type { DryRunOptions } from './dry-run';

/** An account to import from, and its clock. */
export type Account = Pick<DryRunOptions, 'baseUrl' | 'apiKey' | 'now' | 'nextMinute'> & {
  readonly name: string;
  readonly close: () => Promise<void>;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SANDBOX_TICKETS = 2_000;
const SANDBOX_DAYS = 90;

/** A real account, by domain. */
export async function realAccount(domain: string): Promise<Account> {
  const baseUrl = parseFreshdeskUrl({ domain });
  if (baseUrl === null)
    throw new Error('--domain takes the full domain of the account, such as example.freshdesk.com.');
  return {
    name: domain,
    baseUrl,
    apiKey: await askKey(),
    now: Date.now,
    nextMinute: (startedAt) =>
      new Promise((resolve) => setTimeout(resolve, Math.max(0, startedAt + MINUTE_MS - Date.now()))),
    close: () => Promise.resolve(),
  };
}

/** A stand-in with a past of three months; its time advances without waiting. */
export async function sandboxAccount(): Promise<Account> {
  const until = Date.parse('2026-11-02T08:00:00Z');
  const clock = createClock(until);
  const freshdesk = createFreshdesk({ clock });
  fillHelpdesk(freshdesk, clock, {
    tickets: SANDBOX_TICKETS,
    days: SANDBOX_DAYS,
    massUpdate: 200,
    longTicket: 150,
    until,
  });
  // The stand-in is called by plain HTTP here; this header marks the call as HTTPS.
  axios.defaults.headers.common['x-sandbox-scheme'] = 'https';
  axios.defaults.headers.common['x-sandbox-host'] = FRESHDESK_HOST;
  return {
    name: FRESHDESK_HOST,
    baseUrl: await freshdesk.start(),
    apiKey: freshdesk.admin.apiKey,
    now: () => clock.now(),
    nextMinute: (startedAt) => {
      clock.advanceTo(startedAt + MINUTE_MS);
      return Promise.resolve();
    },
    close: () => freshdesk.stop(),
  };
}

/** The first day of the stand-in's past. */
export const SANDBOX_FROM = new Date(Date.parse('2026-11-02') - (SANDBOX_DAYS + 1) * DAY_MS)
  .toISOString()
  .slice(0, 10);
