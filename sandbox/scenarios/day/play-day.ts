import type { Sandbox } from '../../create-sandbox';
import type { Comparison } from '../../oracle/comparison';
import { CHAPTERS } from './chapters';
import { fillIn, formatLine, formatOutcome } from './line';
import { instantOf, type Chapter, type Moment, type Scene, type Way } from './moment';
import { openHelpdesk } from './open-helpdesk';
import { createLogNarrator } from './narrate-log';
import { formatQueues, formatVerdict, judge } from './verdict';

/** The sandbox of the day and its output. */
export interface DayOptions {
  readonly sandbox: Sandbox;
  readonly seed: number;
  /** `checked`, a whole day, unless given; `live` is a morning with the injixo API key alone. */
  readonly way?: Way;
  readonly print: (line: string) => void;
}

/** Events take a second to arrive; one that is delivered three times takes three. */
const REACTION_MS = 5000;

/** A running day; `tell` prints what the app did since the last call. */
interface PlayedDay extends DayOptions {
  readonly scene: Scene;
  readonly tell: () => void;
}

function begin(options: DayOptions): PlayedDay {
  const { sandbox, seed, print } = options;
  const narrateLog = createLogNarrator();
  return {
    ...options,
    scene: openHelpdesk(sandbox, seed),
    tell: () => {
      narrateLog(sandbox.platform.log(), sandbox.injixo.receipts).forEach((line) => print(formatLine(line)));
    },
  };
}

async function playMoment({ act, does, who }: Moment, at: number, day: PlayedDay): Promise<void> {
  const { sandbox, scene, print, tell } = day;
  await sandbox.platform.advanceTo(at);
  tell();
  const outcome = await act(scene);
  print(formatLine({ at, who, text: fillIn(does, scene.tickets) }));
  if (typeof outcome === 'string') print(formatOutcome(outcome));
  await sandbox.platform.advance(REACTION_MS);
  tell();
}

async function playChapter({ date, title, moments, until }: Chapter, day: PlayedDay): Promise<void> {
  day.print(`\n${title}, ${date}`);
  for (const moment of moments) await playMoment(moment, instantOf(date, moment.at), day);
  await day.sandbox.platform.advanceTo(instantOf(date, until));
  day.tell();
}

function installedAt({ platform }: Sandbox): number {
  const installation = platform.invocations().findLast(({ event }) => event === 'onAppInstall');
  if (installation === undefined) throw new Error('The day does not install the app');
  return installation.startedAt;
}

/** Plays the day, prints it step by step, and finally compares injixo with Freshdesk. */
export async function playDay(options: DayOptions): Promise<Comparison> {
  const { sandbox, print, way = 'checked' } = options;
  const day = begin(options);
  for (const chapter of CHAPTERS[way]) await playChapter(chapter, day);
  const comparison = judge(sandbox, installedAt(sandbox));
  print(`\nWhat the app brought to injixo:\n\n${formatQueues(sandbox.injixo.queues())}\n`);
  print('Freshdesk compared with what injixo received:');
  formatVerdict(comparison).forEach((line) => print(line));
  return comparison;
}
