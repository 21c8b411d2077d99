import { button } from '../dom/button.ts';
import { byId } from '../dom/element.ts';
import { loadCatalogue, type LoadedCatalogue, type Key } from '../language/catalogue.ts';
import { createFormat } from '../language/format.ts';
import { createSpeaker, type Speaker } from '../language/speak.ts';
import type { Light, Overview, OverviewAnswer } from '../../../server/page-contract';
import { lightView } from '../sections/light/light-view.ts';
import { failedView, type Shown } from '../sections/light/failed-view.ts';
import { showLight, showRetry } from '../sections/light/show-light.ts';
import type { Answer, PageParts, ServerFunctions } from '../sections/page-parts.ts';
import type { AppClient } from './app-client.ts';
import { createRefreshing, type Surroundings } from './refresh.ts';
import { createPace } from './pace-calls.ts';
import { readAccount } from './account.ts';
import { createSeenLast, type SeenLast, type SeenLastMemory } from './seen-last.ts';
import { createServerFunctions } from './server-functions.ts';
import { createTabs, type Tabs } from './tabs.ts';
import { readLanguage } from './user-language.ts';

/** Older figures say nothing about the present: the light goes out. */
const STALE_MS = 600_000;

interface Seen {
  overview: Overview | null;
  light: Light | null;
  freshdeskUrl: string | null;
  at: number;
  /** What this browser kept, while nothing could be loaded. */
  kept: SeenLast | null;
  /** Settings were saved that no run has used yet; a run was asked for. */
  hasNewSettings: boolean;
}

interface Page {
  readonly parts: PageParts;
  readonly tabs: Tabs;
  readonly take: (answer: Answer<OverviewAnswer>) => void;
}

function notify(sentence: string): void {
  const notice = byId('notice');
  if (notice.textContent !== sentence) notice.textContent = sentence;
  notice.hidden = sentence === '';
}

/** Fills in the texts that index.html refers to by key. */
function labelPage({ say, language }: Speaker): void {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) {
    // A test checks every key in index.html against the catalogue.
    place.textContent = say(place.dataset['say'] as Key);
  }
  byId('tabs').setAttribute('label', say('page.sections'));
}

function showAnswer(
  { overview, light, version, freshdeskUrl = null, hasNewSettings }: OverviewAnswer,
  seen: Seen,
  parts: PageParts,
  tabs: Tabs,
): void {
  const { speaker } = parts;
  seen.overview = overview;
  seen.light = light;
  seen.freshdeskUrl = freshdeskUrl;
  seen.at = parts.now();
  const format = parts.format();
  const news = hasNewSettings === true ? speaker.say('page.settings_changed') : '';
  notify(overview === null ? speaker.say('page.new') : news);
  showLight(lightView(light, overview, speaker, format), parts);
  const words = [
    speaker.say('page.refreshed', { time: format.time(seen.at) }),
    speaker.say('page.version', { version }),
  ];
  byId('as-of').textContent = words.join(' · ');
  if (overview !== null) tabs.update(overview);
  else if (seen.kept !== null) tabs.recall(null);
  seen.kept = null;
}

/** What the page shows while it cannot load: its own figures, or else those that this browser kept. */
function shownAfterFailure(seen: Seen, memory: SeenLastMemory, now: number): Shown | null {
  if (seen.overview !== null) return { at: seen.at, isKept: false };
  seen.kept ??= memory.recall(now);
  return seen.kept === null ? null : { at: seen.kept.at, isKept: true };
}

function showFailure(code: string, seen: Seen, memory: SeenLastMemory, parts: PageParts, tabs: Tabs): void {
  const { speaker, format } = parts;
  const shown = shownAfterFailure(seen, memory, parts.now());
  if (shown?.isKept === false && parts.now() - shown.at <= STALE_MS) {
    const stale = speaker.say('page.stale', { time: format().moment(shown.at) });
    return notify(`${speaker.sayCode('error', code)} ${stale}`);
  }
  notify('');
  showLight(failedView(code, shown, speaker, format()), parts);
  if (seen.kept === null) return;
  byId('as-of').textContent = speaker.say('page.seen_here', { time: format().moment(seen.kept.at) });
  tabs.recall(seen.kept.overview);
}

/** The account's time zone, as far as it is known; live only, days are those of UTC. */
function zoneOf(overview: Overview | undefined): string | null | undefined {
  return overview?.way === 'live' ? 'UTC' : overview?.timeZone;
}

const BROWSER: Surroundings = {
  isHidden: () => document.hidden,
  elapsed: () => window.performance.now(),
  after: (ms, act) => window.setTimeout(act, ms),
  cancel: (timer) => window.clearTimeout(timer),
};

/** Creates the parts of the page and the function that shows an overview in them. */
function createPage(server: ServerFunctions, catalogue: LoadedCatalogue, memory: SeenLastMemory): Page {
  const speaker = createSpeaker(catalogue);
  const seen: Seen = {
    overview: null,
    light: null,
    freshdeskUrl: null,
    at: 0,
    kept: null,
    hasNewSettings: false,
  };
  const take = (answer: Answer<OverviewAnswer>): void => {
    if (!answer.ok) return showFailure(answer.code, seen, memory, parts, tabs);
    showAnswer(answer.value, seen, parts, tabs);
    memory.keep(seen.overview, seen.at);
    const { hasNewSettings = false } = answer.value;
    const mustCheck = hasNewSettings && !seen.hasNewSettings;
    seen.hasNewSettings = hasNewSettings;
    if (mustCheck) server.runNow().then(parts.refresh).catch(parts.fault);
  };
  const parts: PageParts = {
    server,
    speaker,
    format: () => createFormat(catalogue.language, zoneOf(seen.overview ?? seen.kept?.overview)),
    overview: () => seen.overview,
    light: () => seen.light,
    freshdeskUrl: () => seen.freshdeskUrl,
    now: () => Date.now(),
    loadTexts: catalogue.complete,
    refresh: async () => take(await server.getOverview()),
    open: (section) => tabs.open(section),
    openQueue: (queue) => tabs.openQueue(queue),
    fault: () => notify(speaker.say('page.fault')),
  };
  const tabs = createTabs(parts, catalogue.complete);
  return { parts, tabs, take };
}

/** Says how long the first waiting call has to wait for the bucket; the words are there only while one waits. */
function showWait(ms: number, { speaker, format }: PageParts): void {
  const place = byId('more');
  const text = ms === 0 ? '' : speaker.say('page.more', { time: format().seconds(Math.ceil(ms / 1000)) });
  if (place.textContent !== text) place.textContent = text;
}

/** Says every second how long until the page tries again, whenever the status could not be loaded. */
function countDown({ parts }: Page, nextMs: () => number): void {
  const step = (): void => {
    showRetry(nextMs(), parts);
    BROWSER.after(1000, step);
  };
  step();
}

function offerRefresh({ parts, tabs }: Page): void {
  const anew = async (): Promise<void> => {
    await parts.refresh();
    tabs.showAgain();
  };
  byId('refresh').replaceChildren(button(parts.speaker.say('page.refresh'), 'secondary', anew, parts.fault));
}

/** Shows the page and keeps it up to date. Opening takes one function call. */
export async function startPage(client: AppClient): Promise<void> {
  let page: Page | null = null;
  const turns = createPace({ ...BROWSER, random: () => Math.random() }, (ms) => {
    if (page !== null) showWait(ms, page.parts);
  });
  const server = createServerFunctions(client, BROWSER, turns.pace);
  const refreshing = createRefreshing(async () => {
    await page?.parts.refresh().catch(page.parts.fault);
  }, BROWSER);
  client.events.on('app.activated', () => refreshing.activated());
  client.events.on('app.deactivated', () => refreshing.pause());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) refreshing.pause();
    else refreshing.resume();
  });
  const [catalogue, account, first] = await Promise.all([
    readLanguage(client, navigator.language).then(loadCatalogue),
    readAccount(client),
    server.getOverview(),
  ]);
  page = createPage(
    server,
    catalogue,
    createSeenLast(() => window.localStorage, account),
  );
  labelPage(page.parts.speaker);
  offerRefresh(page);
  page.take(first);
  refreshing.begin();
  countDown(page, () => Math.max(refreshing.nextMs(), turns.waitMs()));
}
