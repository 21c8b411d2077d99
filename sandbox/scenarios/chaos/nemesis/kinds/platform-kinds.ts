import { TICK, type Fault } from '../fault';

/** The key-value store says for one read, or for several, that entries are missing which are there. */
export const missingReads: Fault = (world) => {
  const { extras, sandbox } = world;
  const { faults } = sandbox.platform;
  const keys = Object.keys(sandbox.platform.stores().keyValues);
  if (keys.length === 0) return;
  const chosen = Array.from({ length: extras.whole(1, 4) }, () => extras.pick(keys));
  const times = extras.pick([1, 1, 1, 2, 5]);
  faults.missingReads = { ...faults.missingReads, ...Object.fromEntries(chosen.map((key) => [key, times])) };
  world.count('entries said to be missing', chosen.length);
  world.trace(`fault: ${chosen.join(', ')} said to be missing, ${times} times`);
};

/** The entry of the schedule stays, and nothing fires it until it is made anew. Not before the first run. */
export const silentSchedule: Fault = (world) => {
  const { platform } = world.sandbox;
  if (platform.stores().keyValues['overview'] === undefined) return;
  platform.silenceSchedule(TICK);
  world.count('the schedule falls silent');
  world.trace('fault: the schedule falls silent');
};
