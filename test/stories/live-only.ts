import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import { latestVersion } from '../../sandbox/freshdesk/model/ticket-versions';
import type { FunctionAnswer } from '../../sandbox/platform/runtime/page-functions';
import { startStory, type Story, type StoryOptions } from './story';

/** Starts a sandbox and installs the app with the injixo API key alone. */
export function startLiveStory({ settings = {}, ...options }: StoryOptions = {}): Promise<Story> {
  return startStory({ ...options, settings: { freshdesk_api_key: '', ...settings } });
}

/** What the app and its install page asked Freshdesk, all in all: nothing in the live way. */
export function askedOfFreshdesk({ freshdesk, network }: Story): readonly string[] {
  const paths = network.requests().filter(({ host }) => host === FRESHDESK_HOST);
  const calls = Object.entries(freshdesk.calls).filter(([, count]) => count > 0);
  return [...paths.map(({ path }) => path), ...calls.map(([family, count]) => `${count} calls of ${family}`)];
}

/** An agent opens a ticket, and the app's part of its page tells the name of its group. */
export async function openTicketPage(
  { freshdesk, platform }: Story,
  ticketId: number,
): Promise<FunctionAnswer | null> {
  const record = freshdesk.helpdesk.tickets.get(ticketId);
  const groupId = record === undefined ? null : latestVersion(record).groupId;
  const group = groupId === null ? undefined : freshdesk.helpdesk.groups.get(groupId);
  if (group === undefined) return null;
  const { answer } = await platform.callFunction('learnGroup', {
    request: { id: group.id, name: group.name },
  });
  return answer;
}

/** Does something of which no event comes, such as what happened before the app was there. */
export function unheard<T>({ platform }: Story, act: () => T): T {
  const { plan } = platform.faults.events;
  platform.faults.events.plan = () => [];
  const result = act();
  platform.faults.events.plan = plan;
  return result;
}

/** What the state says of contacts that wait under keys of their own: how many by reason. */
export function waitsOf({ platform }: Story): Readonly<Record<string, number>> {
  const state = platform.stores().keyValues['state'] as {
    readonly outbox: {
      readonly waiting: { readonly keys: readonly { readonly reason: string; readonly contacts: number }[] };
    };
  };
  const sums: Record<string, number> = {};
  for (const { reason, contacts } of state.outbox.waiting.keys) sums[reason] = (sums[reason] ?? 0) + contacts;
  return sums;
}
