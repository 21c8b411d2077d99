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
injixo Connect for Freshdesk: a helpdesk at work, simulated on this machine with an accelerated clock, in both ways to run.
The app is the built package in dist/; Freshworks, Freshdesk and injixo are simulated. Times are UTC.

  recorded   a contact; it waits one minute, or up to ten for a group, before it is sent
  left out   not a contact, for the reason given
  sent       a scheduled run sent what was due (every minute while contacts come in, otherwise every five)
  accepted   injixo confirmed it`;

const WAYS = {
  live: `
1. Live only, with the injixo API key alone: contacts are counted from Freshworks' events, without any Freshdesk API call.`,
  checked: `
2. Checked, with a Freshdesk API key as well: it also finds contacts without an event (15:40), reads the names of groups, and shows up to when the data is complete.`,
} as const;

const START = {
  name: 'npm start',
  about:
    'Simulates a helpdesk on the built package, with the injixo API key alone and then with a Freshdesk API key as well, checks that every contact arrived exactly once, and serves a page.',
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
  console.log(`\nContinue in the browser, where the day ended: ${url}\nCtrl+C ends the sandbox.`);
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
