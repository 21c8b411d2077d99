/** Runs in its own process: one load on one design, given as arguments; sends the figures to the parent. */
import { designNamed } from './design';
import { runLoad } from './run-load';

const [design = '', perMinute, minutes, updates, seed] = process.argv.slice(2);

async function main(): Promise<void> {
  const load = { perMinute: Number(perMinute), minutes: Number(minutes), updates: Number(updates) };
  process.send?.(await runLoad(designNamed(design), load, Number(seed)));
}

void main();
