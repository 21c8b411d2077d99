import { INJIXO_HOST } from '../../../create-sandbox';
import type { InjixoFault } from '../../../injixo/injixo-fault';
import type { RandomChoices } from '../random-choices';
import { HOUR, MINUTE, SECOND } from '../time';
import type { ChaosWorld } from '../world';
import { during, outOfReach, type Fault } from './fault';

/** Statuses that mean, by HTTP, that nothing of the batch was accepted. */
const NOT_TAKEN = [400, 401, 402, 403, 404, 405, 410, 413, 415, 418, 422, 429, 500, 503] as const;
/** Statuses that leave open whether the batch was accepted. */
const OPEN = [408, 409, 502, 504] as const;
const TAKEN = [201, 202, 204] as const;
const REDIRECTS = [301, 302, 307, 308] as const;
const ELSEWHERE = 'https://elsewhere.example/external-systems/contact-events';

type Make = (choices: RandomChoices) => InjixoFault;

const retryAfter = (choices: RandomChoices): { readonly retryAfter?: number | string } =>
  choices.pick([{}, { retryAfter: choices.whole(1, 900) }, { retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' }]);

/** Every row of the contract's table. Unclear answers accept the batch or not, at random. */
const ANSWERS: Readonly<Record<string, Make>> = {
  'injixo 4xx or 5xx': (choices) => ({ kind: 'status', status: choices.pick(NOT_TAKEN) }),
  'injixo 429': (choices) => ({ kind: 'status', status: 429, ...retryAfter(choices) }),
  'injixo redirect': (choices) => ({ kind: 'status', status: choices.pick(REDIRECTS), location: ELSEWHERE }),
  'injixo 408, 409, 502 or 504': (choices) => ({
    kind: 'status',
    status: choices.pick(OPEN),
    isTaken: choices.chance(0.5),
  }),
  'injixo HTML with 200': (choices) => ({ kind: 'html', isTaken: choices.chance(0.5) }),
  'injixo errors with 200 or 207': (choices) => ({
    kind: 'errors',
    status: choices.pick([200, 207]),
    isTaken: choices.chance(0.5),
  }),
  'injixo malformed JSON': (choices) => ({ kind: 'malformed', isTaken: choices.chance(0.5) }),
  'injixo takes the batch and breaks': () => ({ kind: 'broken', isTaken: true, onlyWithContacts: true }),
  'injixo breaks': () => ({ kind: 'broken', isTaken: false }),
  'injixo black hole': (choices) => ({ kind: 'black-hole', isTaken: choices.chance(0.5) }),
  'injixo slow': (choices) => ({ kind: 'slow', latencyMs: choices.between(2 * SECOND, 12 * SECOND) }),
};

/** One or a few strange answers. */
const strange: Fault = (world) => {
  const { nemesis, sandbox } = world;
  const kind = nemesis.pick(Object.keys(ANSWERS));
  const make = ANSWERS[kind];
  if (make === undefined) return;
  const times = nemesis.whole(1, 3);
  sandbox.injixo.faults.add({ ...make(nemesis), times });
  world.count(kind, times);
  world.trace(`fault: ${kind}, ${times} times`);
};

/** The same answer for minutes or hours. */
const outage: Fault = (world) => {
  const { nemesis, sandbox } = world;
  const kind = nemesis.pick(
    Object.keys(ANSWERS).filter((each) => each !== 'injixo takes the batch and breaks'),
  );
  const make = ANSWERS[kind];
  if (make === undefined) return;
  const end = sandbox.injixo.faults.add(make(nemesis));
  during(world, `${kind}, lasting`, nemesis.between(5 * MINUTE, 3 * HOUR), end);
};

/** injixo refuses the contacts of some queues. */
const refusesSome: Fault = (world) => {
  const { nemesis, sandbox } = world;
  const word = nemesis.pick(['Sales', 'email', 'Replies', 'phone', 'No group']);
  const end = sandbox.injixo.faults.add({
    kind: 'refuse',
    contact: ({ queueName }) => queueName.includes(word),
  });
  during(world, 'injixo refuses some contacts', nemesis.between(10 * MINUTE, 2 * HOUR), end);
};

const smallBatches: Fault = (world) => {
  const { nemesis, sandbox } = world;
  const { settings } = sandbox.injixo;
  settings.maxContacts = nemesis.whole(1, 20);
  during(world, 'injixo takes small batches', nemesis.between(10 * MINUTE, 3 * HOUR), () => {
    settings.maxContacts = 200;
  });
};

/** Accepted batches are answered with another 2xx status. */
const otherSuccess: Fault = (world) => {
  const { settings } = world.sandbox.injixo;
  settings.successStatus = world.nemesis.pick(TAKEN);
  during(world, 'injixo answers 201, 202 or 204', world.nemesis.between(HOUR, 6 * HOUR), () => {
    settings.successStatus = 200;
  });
};

const refusesEmpty: Fault = (world) => {
  const { settings } = world.sandbox.injixo;
  settings.emptyStatus = world.nemesis.pick([400, 422]);
  during(world, 'injixo refuses empty data', world.nemesis.between(HOUR, 6 * HOUR), () => {
    settings.emptyStatus = 200;
  });
};

/** A new key is generated: the old one expires, and the new one is saved later. */
const newKey: Fault = (world) => {
  const key = world.sandbox.injixo.account.generateKey(1234);
  world.keys.add(key);
  world.injixoKey = key;
  during(world, 'new injixo key', world.nemesis.between(MINUTE, 90 * MINUTE), () => {
    world.saveKeys({ injixo_api_key: world.injixoKey });
  });
};

/** The faults of injixo. */
export const INJIXO_FAULTS: readonly (readonly [weight: number, fault: Fault])[] = [
  [10, strange],
  [4, outage],
  [2, outOfReach(INJIXO_HOST, 'injixo')],
  [2, refusesSome],
  [1, smallBatches],
  [1, refusesEmpty],
  [1, otherSuccess],
  [1, newKey],
];

/** Ends all faults of injixo. */
export function calmInjixo({ sandbox }: ChaosWorld): void {
  sandbox.injixo.faults.clear();
  sandbox.network.down(INJIXO_HOST, null);
}
