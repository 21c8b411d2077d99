/** `npm run build`: writes dist/, a complete FDK app, if any of its inputs has changed. */
import { runCommand } from '../shared/command';
import { BuildError } from './build-error';
import { ensurePackage } from './ensure-package';

const BUILD = {
  name: 'npm run build',
  about: 'Writes dist/, a complete FDK app, if any of its inputs has changed.',
  options: {},
} as const;

void runCommand(BUILD, async () => {
  const startedAt = Date.now();
  try {
    const result = await ensurePackage();
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(
      result === 'built' ? `dist/ is ready, in ${seconds} s` : 'dist/ is ready: nothing has changed',
    );
  } catch (error) {
    throw error instanceof BuildError ? new Error(`Build stopped. ${error.message}`) : error;
  }
});
