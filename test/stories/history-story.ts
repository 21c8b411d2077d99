import { pressStart } from '../../sandbox/scenarios/history/press-start';
import { fillHelpdesk, type PastOptions } from '../../sandbox/scenarios/history/fill-helpdesk';
import { askOverview } from './ask-page';
import { explain, heldIds } from './explain';
import { DAY, MINUTE, startStory, type Story, type StoryOptions } from './story';

/** The installation time in a history story. */
export const INSTALLED_AT = Date.parse('2026-11-02T08:00:00Z');

/** A story whose helpdesk has a past. */
export interface HistoryStory {
  readonly story: Story;
  /** The start of the history in the settings. */
  readonly historyFrom: number;
}

/** A timestamp in the form of the install page. */
export function startText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

/** Fills a helpdesk, installs the app in it and starts the import; the history starts with its past unless given. */
export async function startHistory(
  past: PastOptions,
  options: StoryOptions & { readonly historyFrom?: number; readonly isStarted?: boolean } = {},
): Promise<HistoryStory> {
  const { historyFrom: wanted, isStarted = true, ...rest } = options;
  const story = await startStory({ ...rest, installs: false, startsAt: INSTALLED_AT - past.days * DAY });
  const { faults } = story.platform;
  faults.events.dropRate = 1;
  const from = fillHelpdesk(story.freshdesk, story.clock, { ...past, until: INSTALLED_AT });
  faults.events.dropRate = 0;
  const historyFrom = wanted ?? from;
  const settings = { ...story.settings(), history_from: startText(historyFrom) };
  const installed = await story.platform.install(settings);
  if (!installed.ok) throw new Error(installed.reason);
  if (isStarted) await pressStart(story.platform);
  return { story, historyFrom };
}

/** The import in the overview. */
export async function askHistory(story: Story): Promise<Record<string, unknown>> {
  const { history } = (await askOverview(story)) as { history?: Record<string, unknown> | null };
  return history ?? {};
}

interface StoredState {
  readonly history: { readonly state: string } | null;
}

/** True once the import is done. */
export function isDone(story: Story): boolean {
  const state = story.platform.stores().keyValues['state'] as StoredState | undefined;
  return state?.history?.state === 'done';
}

/** Advances the time until the import is done; returns the minutes. */
export async function untilDone(story: Story, mostMinutes = 600): Promise<number> {
  for (let minutes = 0; minutes <= mostMinutes; minutes += 1) {
    if (isDone(story)) return minutes;
    await story.platform.advance(MINUTE);
  }
  throw new Error(`The import was not done after ${mostMinutes} minutes`);
}

/** Problems: lost, doubled and misplaced contacts. */
export function wrongIn({ story, historyFrom }: HistoryStory): readonly string[] {
  const { details } = explain(story, { historyFrom });
  return details.map(({ problem, contactId, note }) => `${contactId ?? 'a receipt'}: ${problem} (${note})`);
}

/** Contacts that are held as unclear. */
export function unclearIn({ story }: HistoryStory): readonly string[] {
  return heldIds(story, 'unclear');
}
