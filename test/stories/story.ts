import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  type Settings,
} from '../../sandbox/create-sandbox';
import { keepList, keepSet, restoreAll } from '../../sandbox/support/snapshot';
import { packageDir } from './package-dir';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The recurring schedule of the app. */
export const TICK = 'injixo-connect-tick';

/** Options of a story; all have defaults. */
export interface StoryOptions extends Partial<SandboxOptions> {
  /** Fields that differ from a correct install page. */
  readonly settings?: Settings;
  /** False if the story presses Install itself. */
  readonly installs?: boolean;
}

/** A sandbox with the app, and common actions of stories. */
export interface Story extends Sandbox {
  /** The installation time (ms), as in the recurring schedule. */
  cutOver(): number;
  /** Advances the time with everything that happens in it. */
  minutes(count: number): Promise<void>;
  /** Moves the clock without any events: missed schedules fire once. */
  skip(ms: number): void;
  /** Saves changed settings; the others stay. */
  change(settings: Settings): void;
  /** Marks error lines that match this as expected. */
  expectError(text: RegExp): void;
  /** Marks violations that match this as expected. */
  expectViolation(text: RegExp): void;
}

interface OpenStory {
  readonly sandbox: Sandbox;
  readonly secrets: Set<string>;
  readonly errors: RegExp[];
  readonly violations: RegExp[];
}

const open = new Set<OpenStory>();

function install(sandbox: Sandbox, settings: Settings): Promise<void> {
  return sandbox.platform.install(settings).then((result) => {
    if (!result.ok) throw new Error(`The installation was refused: ${result.reason ?? 'no reason'}`);
  });
}

/** Starts a sandbox and, by default, installs the app in it. `endStories` stops it. */
export async function startStory(options: StoryOptions = {}): Promise<Story> {
  const { settings: differing = {}, installs = true, ...rest } = options;
  const sandbox = await createSandbox({ packageDir: packageDir(), ...rest });
  const running: OpenStory = { sandbox, secrets: new Set(), errors: [], violations: [] };
  open.add(running);
  let current: Settings = {};
  const remember = (settings: Settings): Settings => {
    current = settings;
    running.secrets.add(settings['injixo_api_key'] ?? '').add(settings['freshdesk_api_key'] ?? '');
    return settings;
  };
  const story: Story = {
    ...sandbox,
    settings: () => remember({ ...sandbox.settings(), ...differing }),
    cutOver: () =>
      Number(sandbox.platform.stores().schedules.find(({ name }) => name === TICK)?.data['cutOver']),
    minutes: (count) => sandbox.platform.advance(count * MINUTE),
    skip: (ms) => sandbox.clock.advanceTo(sandbox.clock.now() + ms),
    change: (settings) => {
      const saved = sandbox.platform.saveSettings(remember({ ...current, ...settings }));
      if (!saved.ok) throw new Error(`The settings are wrong: ${Object.values(saved.problems).join(', ')}`);
    },
    expectError: (text) => void running.errors.push(text),
    expectViolation: (text) => void running.violations.push(text),
    takeSnapshot: () => {
      const saved = current;
      return restoreAll([
        sandbox.takeSnapshot(),
        keepSet(running.secrets),
        keepList(running.errors),
        keepList(running.violations),
        () => {
          current = saved;
        },
      ]);
    },
  };
  if (installs) await install(sandbox, story.settings());
  return story;
}

/** Texts that must never be in a log or in a store: keys, and personal data of tickets. */
function privateWords({ secrets }: OpenStory): readonly (string | RegExp)[] {
  return [
    ...[...secrets].filter((secret) => secret !== ''),
    /\S@\S/,
    /Request \d/,
    /Description of/,
    /Bearer|Basic /,
  ];
}

function findPrivate(text: string, words: readonly (string | RegExp)[]): readonly string[] {
  return words.filter((word) => text.search(word) !== -1).map(String);
}

function judge(story: OpenStory): void {
  const { platform } = story.sandbox;
  const words = privateWords(story);
  const isExpected = (text: string, expected: readonly RegExp[]): boolean =>
    expected.some((each) => each.test(text));
  const log = platform.log();
  const found = {
    violations: platform.violations().filter(({ text }) => !isExpected(text, story.violations)),
    errors: log.filter(({ level, text }) => level === 'error' && !isExpected(text, story.errors)),
    privateInLog: log.flatMap(({ text }) => findPrivate(text, words)),
    privateInStores: findPrivate(JSON.stringify(platform.stores()), words),
  };
  expect(found).toEqual({ violations: [], errors: [], privateInLog: [], privateInStores: [] });
}

/** Checks all open stories: no violation, no error line, nothing private in log or stores. */
export function judgeStories(): void {
  open.forEach(judge);
}

/** Stops and checks all stories. */
export async function endStories(): Promise<void> {
  const stories = [...open];
  open.clear();
  await Promise.all(stories.map(({ sandbox }) => sandbox.stop()));
  stories.forEach(judge);
}
