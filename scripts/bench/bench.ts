/**
 * `npm run bench`: the cost and speed of the app under several loads, compared with a naive design. All figures come
 * from sandbox runs with the documented limits; only the real times depend on this machine.
 */
import { ensurePackage } from '../build/ensure-package';
import { PRINT } from './print-parts';
import { readBenchOptions } from './read-options';

async function main(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2));
  await ensurePackage();
  for (const part of options.parts) await PRINT[part](options);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
