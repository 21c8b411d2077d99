/** Runs in a process of its own: one load on one design, told as arguments, its figures sent to the parent. */
import { designNamed } from './design';
import { runLoad } from './run-load';

const [design = '', perMinute, minutes, seed] = process.argv.slice(2);

async function main(): Promise<void> {
  const load = { perMinute: Number(perMinute), minutes: Number(minutes) };
  process.send?.(await runLoad(designNamed(design), load, Number(seed)));
}

void main();
