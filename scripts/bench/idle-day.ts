import { createSandbox } from '../../sandbox/create-sandbox';
import { install, THE_APP } from './design';
import { formatGoals } from './goals';
import { createWatch } from './watch';

const HOUR_MS = 3_600_000;
const WARM_UP_HOURS = 2;
const HOURS = 24;

/** What a day without any contact costs. */
interface IdleDay {
  readonly runs: number;
  readonly keyValueOps: number;
  readonly entityOps: number;
  readonly calls: number;
  readonly credits: number;
}

/** Plays a day without contacts, after two hours of them. */
export async function measureIdleDay(seed: number): Promise<IdleDay> {
  const sandbox = await createSandbox({ packageDir: THE_APP.packageDir, seed });
  const { platform } = sandbox;
  try {
    await install(THE_APP, sandbox);
    await platform.advance(WARM_UP_HOURS * HOUR_MS);
    const watch = createWatch(sandbox);
    const before = platform.usage();
    const firstId = platform.invocations().at(-1)?.id ?? 0;
    for (let hour = 0; hour < HOURS; hour += 1) {
      await platform.advance(HOUR_MS);
      watch.look();
    }
    const { kv, entity } = platform.usage();
    const { freshdeskCalls, freshdeskCredits } = watch.look();
    return {
      runs: (platform.invocations().at(-1)?.id ?? 0) - firstId,
      keyValueOps: kv.calls - before.kv.calls,
      entityOps: entity.calls - before.entity.calls,
      calls: freshdeskCalls,
      credits: freshdeskCredits,
    };
  } finally {
    await sandbox.stop();
  }
}

/** Its cost beside what is wanted. */
export function formatIdleDay({ runs, keyValueOps, entityOps, calls, credits }: IdleDay): string {
  const table = formatGoals([
    ['idleRuns', runs],
    ['idleKeyValue', keyValueOps],
    ['idleEntity', entityOps],
    ['idleCredits', credits],
  ]);
  return `${table}\nFreshdesk requests: ${calls}`;
}
