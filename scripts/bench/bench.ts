/**
 * `npm run bench`: what the app costs and how fast it is under several loads, beside a naive design. Every figure comes
 * from a run in the sandbox on the documented limits; only the real times depend on this machine.
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
