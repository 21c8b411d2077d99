import { fork } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import type { Design } from './design';
import type { Figures } from './figures';
import type { Load } from './load';

/** One run of the bench. */
export interface Column {
  readonly design: Design;
  readonly load: Load;
}

const SCRIPT = path.join(__dirname, 'run-worker.ts');

/** Runs one load on one design in another process, so that parallel runs do not affect each other. */
function runColumn({ design, load }: Column, seed: number): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(
      SCRIPT,
      [design.key, load.perMinute, load.minutes, load.updates ?? 0, seed].map(String),
    );
    child.on('message', (figures) => resolve(figures as Figures));
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`A run ended with ${code ?? 'a signal'} and without figures`)),
    );
  });
}

const contactsOf = ({ load }: Column): number => load.perMinute * load.minutes;

/** Runs all columns, longest first, as many in parallel as there are processors; calls `onEnd` after each. */
export async function runColumns(
  columns: readonly Column[],
  seed: number,
  onEnd: (column: Column) => void,
): Promise<readonly Figures[]> {
  const results = new Map<Column, Figures>();
  const left = [...columns].sort((one, other) => contactsOf(one) - contactsOf(other));
  const work = async (): Promise<void> => {
    for (let column = left.pop(); column !== undefined; column = left.pop()) {
      results.set(column, await runColumn(column, seed));
      onEnd(column);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return columns.flatMap((column) => results.get(column) ?? []);
}
