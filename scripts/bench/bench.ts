/**
 * `npm run bench`: the cost and speed of the app under several loads, compared with a naive design. All figures come
 * from sandbox runs with the documented limits; only the real times depend on this machine.
 */
import { ensurePackage } from '../build/ensure-package';
import { PRINT } from './print-parts';
import { runCommand } from '../shared/command';
import { BENCH, readBenchOptions } from './read-options';

void runCommand(BENCH, async (args) => {
  const options = readBenchOptions(args);
  await ensurePackage();
  for (const part of options.parts) await PRINT[part](options);
});
