/**
 * `npm start`: plays a working day of a helpdesk on the built package, reports whether every contact arrived once, and
 * then serves the page.
 */
import path from 'node:path';
import { ensurePackage } from '../scripts/build/ensure-package';
import { readArguments, runCommand, type Command } from '../scripts/shared/command';
import { createSandbox, type Sandbox } from './create-sandbox';
import { playDay } from './scenarios/day/play-day';
import { isRight } from './scenarios/day/verdict';
import { recordEvents } from './console/event-recorder';
import { refuseTakenPort, serveConsole, type ConsoleOptions } from './console/serve-console';

const PACKAGE_DIR = path.resolve(__dirname, '../dist');

const INTRODUCTION = `
injixo Connect for Freshdesk: a helpdesk at work, played on this machine on an accelerated clock, in both ways to run.
The app is the built package in dist/; Freshworks, Freshdesk and injixo are simulated. Times are UTC.

  recorded   it is a contact; it waits a minute, without a group up to ten, until its queue is sure
  left out   it is no contact, for the reason that follows
  sent       a run, every minute while contacts come in and every five otherwise, sent what was due;
             accepted: injixo took it`;

const WAYS = {
  live: `
1. Live only: the injixo API key alone. Contacts are counted from Freshworks' events; Freshdesk's API is never asked.`,
  checked: `
2. Checked: with a Freshdesk API key too. It adds what no event told (at 15:40), the names, and until when all is complete.`,
} as const;

const START = {
  name: 'npm start',
  about:
    'Plays a helpdesk at work on the built package, with the injixo API key alone and with a Freshdesk API key too, checks that every contact arrived once, and serves a page.',
  options: {
    once: { type: 'boolean', default: false, about: 'ends after both' },
    seed: { type: 'string', takes: '17', default: '1', about: 'the seed of all random choices' },
  },
  more: 'PORT=4700 npm start serves the page on another port than 4600.',
} as const satisfies Command;

function readSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error('--seed takes a whole number.');
  return Number(text);
}

const DEFAULT_PORT = 4600;

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Error('PORT takes a number up to 65535.');
  return port;
}

const newSandbox = (seed: number): Promise<Sandbox> => createSandbox({ packageDir: PACKAGE_DIR, seed });

/** Serves the page after the day. */
async function goOn(sandbox: Sandbox, page: Pick<ConsoleOptions, 'port' | 'seed' | 'events'>): Promise<void> {
  const { url } = await serveConsole(sandbox, {
    ...page,
    packageDir: PACKAGE_DIR,
    createSandbox: newSandbox,
    playDay: (anew, seed) => playDay({ sandbox: anew, seed, print: () => undefined }),
  });
  console.log(`\nGo on in the browser, from where the day ended: ${url}\nCtrl+C ends the sandbox.`);
}

/** Plays a morning with the injixo API key alone; true when every contact arrived once. */
async function playLive(seed: number): Promise<boolean> {
  const sandbox = await newSandbox(seed);
  try {
    console.log(WAYS.live);
    return isRight(await playDay({ sandbox, seed, way: 'live', print: console.log }));
  } finally {
    await sandbox.stop();
  }
}

/** Plays both ways and, unless `once` is set, serves the page after it. */
async function play(seed: number, once: boolean): Promise<void> {
  const port = readPort(process.env['PORT']);
  if (!once) await refuseTakenPort(port);
  console.log(INTRODUCTION);
  await ensurePackage();
  const isLiveRight = await playLive(seed);
  console.log(WAYS.checked);
  const sandbox = await newSandbox(seed);
  const events = recordEvents(sandbox);
  try {
    const isDayRight = isRight(await playDay({ sandbox, seed, print: console.log }));
    process.exitCode = isLiveRight && isDayRight ? 0 : 1;
    if (!once) return await goOn(sandbox, { port, seed, events });
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  await sandbox.stop();
}

void runCommand(START, async (args) => {
  const { seed, once } = readArguments(START, args).values;
  await play(readSeed(seed), once);
});
