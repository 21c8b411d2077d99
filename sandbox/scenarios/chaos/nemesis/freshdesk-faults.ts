import { FRESHDESK_HOST } from '../../../create-sandbox';
import type { FreshdeskFault } from '../../../freshdesk/api/freshdesk-fault';
import type { RandomChoices } from '../random-choices';
import { BOUNDS } from '../plan';
import { HOUR, MINUTE, SECOND } from '../time';
import type { ChaosWorld } from '../world';
import { readAppRecords } from '../checker/app-records';
import { hasKey } from '../person/change-key';
import { during, outOfReach, type Fault } from './fault';

/**
 * Without 403 and 404: both addresses of a ticket would report it as gone while all else works, and the app would
 * believe it (docs/reliability.md).
 */
const STATUSES = [400, 401, 405, 406, 409, 415, 429, 500, 502, 503, 504] as const;
/** Statuses of longer outages. */
const LASTING = [401, 429, 500, 502, 503, 504] as const;
const REDIRECTS = [301, 302, 307, 308] as const;
const ELSEWHERE = 'https://elsewhere.example/api/v2/tickets';

const ANSWERS: Readonly<
  Record<string, (choices: RandomChoices, statuses: readonly number[]) => FreshdeskFault>
> = {
  'Freshdesk error status': (choices, statuses) => ({ kind: 'status', status: choices.pick(statuses) }),
  'Freshdesk redirect': (choices) => ({
    kind: 'status',
    status: choices.pick(REDIRECTS),
    location: ELSEWHERE,
  }),
  'Freshdesk HTML with 200': () => ({ kind: 'html' }),
  'Freshdesk malformed JSON': () => ({ kind: 'malformed' }),
  'Freshdesk slow': (choices) => ({ kind: 'slow', latencyMs: choices.between(SECOND, 6 * SECOND) }),
  'Freshdesk black hole': () => ({ kind: 'black-hole' }),
  'Freshdesk breaks': () => ({ kind: 'broken' }),
  'Freshdesk 429': () => ({ kind: 'throttle' }),
  'Freshdesk 429 with Retry-After': (choices) => ({
    kind: 'throttle',
    retryAfterSeconds: choices.whole(1, 300),
  }),
};

const strange: Fault = (world) => {
  const { nemesis, sandbox } = world;
  const kind = nemesis.pick(Object.keys(ANSWERS));
  const fault = ANSWERS[kind]?.(nemesis, STATUSES);
  if (fault === undefined) return;
  const times = nemesis.whole(1, 5);
  sandbox.freshdesk.faults.add({ ...fault, times });
  world.count(kind, times);
  const details = Object.values({ ...fault, kind });
  world.trace(`fault: ${details.join(' ')}, ${times} times`);
};

const outage: Fault = (world) => {
  const { nemesis, sandbox } = world;
  const kind = nemesis.pick(Object.keys(ANSWERS));
  const fault = ANSWERS[kind]?.(nemesis, LASTING);
  if (fault === undefined) return;
  during(
    world,
    `${kind}, lasting`,
    nemesis.between(5 * MINUTE, 3 * HOUR),
    sandbox.freshdesk.faults.add(fault),
  );
};

/** The counter's name of lists with a delayed state. */
export const STALE_LISTS = 'Freshdesk lists are stale';

const staleLists: Fault = (world) => {
  const { settings } = world.sandbox.freshdesk;
  settings.staleListMs = world.nemesis.between(MINUTE, BOUNDS.staleListMs);
  during(world, STALE_LISTS, world.nemesis.between(10 * MINUTE, 3 * HOUR), () => {
    settings.staleListMs = 0;
  });
};

/** Other integrations of the account use up its calls. */
const busyAccount: Fault = (world) => {
  world.sandbox.freshdesk.spendCredits(world.nemesis.whole(100, 700));
  world.count('Freshdesk credits used up');
};

/** The hourly check may miss shorter times: docs/reliability.md lists that case. */
const LEAST_NARROW_MS = 75 * MINUTE;

/** Whether the app was told, since the scope was narrowed, what its key sees. */
function wasAsked({ sandbox, narrowedAt }: ChaosWorld): boolean {
  return sandbox.network
    .requests()
    .some(({ at, path, status }) => path.endsWith('/agents/me') && status === 200 && at >= (narrowedAt ?? 0));
}

/** Narrows and restores the ticket scope of the key's agent; each state lasts long enough for a check. */
const narrowKey: Fault = (world) => {
  const { freshdesk } = world.sandbox;
  const groups = [...freshdesk.helpdesk.groups.keys()].slice(0, 1);
  const ticketScope = world.nemesis.pick([2, 3] as const);
  const lastsMs = world.nemesis.between(LEAST_NARROW_MS, 5 * HOUR);
  const leftMs = world.cutOver + world.plan.stormMs - world.now();
  if (world.narrowedAt !== null || leftMs < LEAST_NARROW_MS) return;
  freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope, groupIds: groups });
  world.narrowedAt = world.now();
  const { listedUntil: from, checkedUntil: liveFrom } = readAppRecords(world);
  const seen = ticketScope === 2 ? groups : [];
  during(world, 'Freshdesk key sees less', lastsMs, () => {
    freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope: 1, groupIds: [] });
    if (!wasAsked(world)) world.unnoticedNarrowing.push({ from, liveFrom, to: world.now(), groups: seen });
    world.narrowedAt = null;
  });
};

const newKey: Fault = (world) => {
  const { freshdesk } = world.sandbox;
  const apiKey = `fd-key-${world.nemesis.whole(1e6, 9e6)}`;
  freshdesk.actions.changeAgent(freshdesk.admin.id, { apiKey });
  world.keys.add(apiKey);
  during(world, 'new Freshdesk key', world.nemesis.between(MINUTE, 90 * MINUTE), () => {
    const agent = freshdesk.helpdesk.agents.get(freshdesk.admin.id);
    if (hasKey(world)) world.saveKeys({ freshdesk_api_key: agent?.apiKey ?? apiKey });
  });
};

const otherShapes: Fault = (world) => {
  const { settings } = world.sandbox.freshdesk;
  settings.choicesShape = world.nemesis.pick(['label-to-id', 'id-to-label', 'pairs', 'objects'] as const);
  world.count('Freshdesk writes choices otherwise');
};

/** The faults of Freshdesk. */
export const FRESHDESK_FAULTS: readonly (readonly [weight: number, fault: Fault])[] = [
  [8, strange],
  [3, outage],
  [2, outOfReach(FRESHDESK_HOST, 'Freshdesk')],
  [2, staleLists],
  [2, busyAccount],
  [2, narrowKey],
  [1, newKey],
  [1, otherShapes],
];

/** Ends all faults of Freshdesk. */
export function calmFreshdesk({ sandbox }: ChaosWorld): void {
  sandbox.freshdesk.faults.clear();
  Object.assign(sandbox.freshdesk.settings, { staleListMs: 0, rowsShort: 0, clockSkewMs: 0 });
  sandbox.network.down(FRESHDESK_HOST, null);
}
