import { FRESHDESK_HOST, INJIXO_HOST, type Sandbox } from '../../sandbox/create-sandbox';

/** What was observed since the watch started. */
export interface Seen {
  readonly freshdeskCalls: number;
  readonly refusedByFreshdesk: number;
  readonly injixoRequests: number;
  readonly refusedCreates: number;
}

/** Counts data that the sandbox keeps only for a limited time: call it often. */
export interface Watch {
  look(): Seen;
}

const NOTHING: Seen = { freshdeskCalls: 0, refusedByFreshdesk: 0, injixoRequests: 0, refusedCreates: 0 };

function requestsSince({ network }: Sandbox): Omit<Seen, 'refusedCreates'> {
  const requests = network.requests();
  const toFreshdesk = requests.filter(({ host }) => host === FRESHDESK_HOST);
  const seen = {
    freshdeskCalls: toFreshdesk.length,
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
        refusedByFreshdesk: seen.refusedByFreshdesk + now.refusedByFreshdesk,
        injixoRequests: seen.injixoRequests + now.injixoRequests,
        refusedCreates: seen.refusedCreates + refusedCreatesSince(sandbox, lastId),
      };
      lastId = lastInvocation();
      return seen;
    },
  };
}
