/** `npm start`: plays a working day of a helpdesk on the built package, and says whether every contact arrived once. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createSandbox } from './create-sandbox';
import { playDay } from './day/play-day';
import { isRight } from './day/verdict';

const PACKAGE_DIR = path.resolve(__dirname, '../dist');

const INTRODUCTION = `
injixo Connect for Freshdesk: a working day of a helpdesk, played on this machine on an accelerated clock.
The app is the built package in dist/; Freshworks, Freshdesk and injixo are simulated. Times are UTC.

  recorded   it is a contact; it waits a minute, without a group up to ten, until its queue is sure
  left out   it is no contact, for the reason that follows
  sent       a run, every five minutes, sent what was due; accepted: injixo took it`;

const OPTIONS = {
  /** Ends after the day. */
  once: { type: 'boolean', default: false },
  /** Decides everything that is left to chance: a whole number. */
  seed: { type: 'string', default: '1' },
} as const;

function readSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error('--seed takes a whole number.');
  return Number(text);
}

/** Plays the day; true when every contact is in injixo exactly once. */
async function playOnce(seed: number): Promise<boolean> {
  const sandbox = await createSandbox({ packageDir: PACKAGE_DIR, seed });
  try {
    return isRight(await playDay({ sandbox, seed, print: console.log }));
  } finally {
    await sandbox.stop();
  }
}

async function main(): Promise<void> {
  try {
    const seed = readSeed(parseArgs({ options: OPTIONS }).values.seed);
    if (!existsSync(PACKAGE_DIR)) throw new Error('There is no dist/ yet: npm run build makes it.');
    console.log(INTRODUCTION);
    process.exitCode = (await playOnce(seed)) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

void main();
