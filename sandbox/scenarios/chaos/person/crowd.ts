import type { JsonObject } from '../../../support/json-value';
import type { Fault } from '../nemesis/fault';
import { DAY, MINUTE, SECOND } from '../time';
import type { ChaosWorld } from '../world';

const PRESS_EVERY_MS = 20 * SECOND;

type Press = readonly [name: string, request?: (world: ChaosWorld) => JsonObject];

const dayAgo = ({ now, extras }: ChaosWorld): string =>
  new Date(now() - extras.whole(0, 6) * DAY).toISOString().slice(0, 10);

/** What a person at the page may press that changes nothing. */
const PRESSES: readonly Press[] = [
  ['getOverview'],
  ['getHeld'],
  ['runNow'],
  ['checkSettings'],
  ['getSupportFile'],
  ['getVolumes', () => ({ view: 'queues' })],
  ['getVolumes', (world) => ({ view: 'day', day: dayAgo(world) })],
  ['getVolumes', (world) => ({ view: 'days', from: dayAgo(world), to: dayAgo(world) })],
  ['getVolumes', (world) => ({ view: 'difference', day: dayAgo(world) })],
];

function pressOnce(world: ChaosWorld): () => Promise<void> {
  const [name, request] = world.extras.pick(PRESSES);
  return async () => void (await world.call(name, { request: request?.(world) ?? {} }));
}

/** Several people have the page open and press something every 20 seconds for minutes. */
export const crowd: Fault = (world) => {
  const { extras } = world;
  const people = extras.whole(2, 4);
  const lastsMs = extras.between(3 * MINUTE, 10 * MINUTE);
  for (let person = 0; person < people; person += 1) {
    const begins = extras.between(0, PRESS_EVERY_MS);
    for (let after = begins; after < lastsMs; after += PRESS_EVERY_MS)
      world.appointments.push({ at: world.now() + after, keep: pressOnce(world) });
  }
  world.count('people at the page', people);
  world.trace(`fault: ${people} people at the page for ${Math.round(lastsMs / MINUTE)} minutes`);
};
