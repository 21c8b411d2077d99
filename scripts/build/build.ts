/** `npm run build`: writes dist/, a complete FDK app, if any of its inputs has changed. */
import { BuildError } from './build-error';
import { ensurePackage } from './ensure-package';

async function main(): Promise<void> {
  const startedAt = Date.now();
  const result = await ensurePackage();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(result === 'built' ? `dist/ is ready, in ${seconds} s` : 'dist/ is ready: nothing has changed');
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  console.error(`Build stopped. ${error.message}`);
  process.exitCode = 1;
});
