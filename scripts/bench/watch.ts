import { FRESHDESK_HOST, INJIXO_HOST, type Sandbox } from '../../sandbox/create-sandbox';
import type { LoggedRequest } from '../../sandbox/network/network';

/** What was observed since the watch started. */
export interface Seen {
  readonly freshdeskCalls: number;
  /** What the account was charged for them. */
  readonly freshdeskCredits: number;
  readonly refusedByFreshdesk: number;
  readonly injixoRequests: number;
  readonly refusedCreates: number;
}

/** Counts data that the sandbox keeps only for a limited time: call it often. */
export interface Watch {
  look(): Seen;
}

const NOTHING: Seen = {
  freshdeskCalls: 0,
  freshdeskCredits: 0,
  refusedByFreshdesk: 0,
  injixoRequests: 0,
  refusedCreates: 0,
};

/** The credits of a request to Freshdesk: a list with stats costs three, a ticket's view with them two. */
export function creditsOf({ path, query, status }: Pick<LoggedRequest, 'path' | 'query' | 'status'>): number {
  if (status === 429) return 0;
  const includes = (new URLSearchParams(query).get('include') ?? '').split(',').filter((name) => name !== '');
  return 1 + includes.length * (path === '/api/v2/tickets' ? 2 : 1);
}

function requestsSince({ network }: Sandbox): Omit<Seen, 'refusedCreates'> {
  const requests = network.requests();
  const toFreshdesk = requests.filter(({ host }) => host === FRESHDESK_HOST);
  const seen = {
    freshdeskCalls: toFreshdesk.length,
    freshdeskCredits: toFreshdesk.reduce((sum, each) => sum + creditsOf(each), 0),
    refusedByFreshdesk: toFreshdesk.filter(({ status }) => status === 429).length,
    injixoRequests: requests.filter(({ host }) => host === INJIXO_HOST).length,
  };
  network.clearRequests();
  return seen;
}

function refusedCreatesSince({ platform }: Sandbox, lastId: number): number {
  const steps = platform
    .invocations()
    .filter(({ id }) => id > lastId)
    .flatMap(({ steps: all }) => all);
  return steps.filter(({ label, result }) => label.startsWith('create ') && result === 'refused').length;
}

/** Starts to count. */
export function createWatch(sandbox: Sandbox): Watch {
  const lastInvocation = (): number => sandbox.platform.invocations().at(-1)?.id ?? 0;
  let lastId = lastInvocation();
  let seen = NOTHING;
  sandbox.network.clearRequests();
  return {
    look: () => {
      const now = requestsSince(sandbox);
      seen = {
        freshdeskCalls: seen.freshdeskCalls + now.freshdeskCalls,
        freshdeskCredits: seen.freshdeskCredits + now.freshdeskCredits,
        refusedByFreshdesk: seen.refusedByFreshdesk + now.refusedByFreshdesk,
        injixoRequests: seen.injixoRequests + now.injixoRequests,
        refusedCreates: seen.refusedCreates + refusedCreatesSince(sandbox, lastId),
      };
      lastId = lastInvocation();
      return seen;
    },
  };
}
