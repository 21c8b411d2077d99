import fs from 'node:fs';
import { createFreshdesk, type Freshdesk } from './accounts/freshdesk';
import { createInjixo, type Injixo } from './accounts/injixo';
import { axiosTo } from './accounts/network';
import { loadHandlers } from './platform/load-handlers';
import { createSchedules, type Schedules } from './platform/schedules';
import { createStores, type Stores } from './platform/stores';

/** A file of the package as JSON. */
function readPackageJson(name: string): unknown {
  return JSON.parse(fs.readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
}

/** The module that `event` belongs to, and the name of its handler, as manifest.json has them. */
export interface Subscription {
  readonly module: string;
  readonly event: string;
  readonly handler: string;
}

interface Manifest {
  readonly modules: Readonly<
    Record<
      string,
      {
        readonly events?: Readonly<Record<string, { readonly handler: string }>>;
        readonly functions?: object;
      }
    >
  >;
}

const { modules } = readPackageJson('manifest.json') as Manifest;

/** Every event that the package subscribes to. */
export const SUBSCRIPTIONS: readonly Subscription[] = Object.entries(modules).flatMap(
  ([module, { events = {} }]) =>
    Object.entries(events).map(([event, { handler }]) => ({ module, event, handler })),
);

/** Every function that a page may call. */
export const FUNCTIONS: readonly string[] = Object.keys(modules['common']?.functions ?? {});

/** What a function answers. */
export interface FunctionAnswer {
  readonly ok: boolean;
  readonly code?: string;
  readonly cost: number;
  readonly [field: string]: unknown;
}

/** A sample payload; a part of `data` may be changed. */
interface Sample {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The moment of installation in these tests: a minute before the sample ticket was created. */
export const INSTALLED_AT = Date.parse('2026-11-05T12:44:00Z');

const MINUTE_MS = 60_000;
const FRESHDESK_HOST = 'example.freshdesk.com';

/** A filled-in install page. */
export const SETTINGS: Readonly<Record<string, string>> = {
  injixo_api_key: 'sample-key-1',
  injixo_integration_id: '1234',
  freshdesk_api_key: 'sample-key-2',
  channel_mapping: 'Cases',
  history_from: '',
  alert_email: '',
};

/** The app between a platform, an account of Freshdesk and one of injixo, all of them in memory. */
export interface App {
  readonly stores: Stores;
  readonly schedules: Schedules;
  readonly freshdesk: Freshdesk;
  readonly injixo: Injixo;
  /** What was written to the log, line by line. */
  readonly log: string[];
  /** The fields of the install page. */
  settings: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  now: number;
  /** Presses Install; the sentence that refuses it, null: installed. */
  install(): Promise<string | null>;
  /** Presses Uninstall; the sentence that refuses it, null: gone. */
  uninstall(): Promise<string | null>;
  /** Delivers the sample of an event, with these changes of its ticket or conversation. */
  fire(event: string, changes?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Calls a function as the page does. */
  call(name: string, request?: object): Promise<FunctionAnswer>;
  /** Lets time pass, with the schedules that fall due. */
  minutes(count: number): Promise<void>;
}

/** The app of the test that runs; what the last handler gave `renderData`. */
let current: App;
let rendered: readonly unknown[] = [];

const write = (line: string): void => void current.log.push(line);

/** Loaded once for all tests of a file: the code keeps nothing between two invocations, and here they would notice. */
const handlers = loadHandlers({
  now: () => current.now,
  packages: {
    axios: axiosTo({
      [FRESHDESK_HOST]: (asked) => current.freshdesk.account(asked),
      'api.injixo.com': (asked) => current.injixo.account(asked),
    }),
  },
  globals: {
    get $db() {
      return current.stores.$db;
    },
    get $schedule() {
      return current.schedules.$schedule;
    },
    console: { info: write, warn: write, error: write },
    renderData: (...given: readonly unknown[]) => {
      rendered = given;
    },
  },
});

/** Creates the app, not installed, as the only one. */
export function createApp(): App {
  const now = (): number => app.now;
  const stores = createStores(now);
  const schedules = createSchedules(now);
  const freshdesk = createFreshdesk(now);
  const injixo = createInjixo();

  /** Runs a handler to its end; what it gave `renderData`, as JSON keeps it. */
  async function run(handler: string, fields: object): Promise<readonly unknown[]> {
    rendered = [];
    const currentHost = { endpoint_urls: { freshdesk: `https://${FRESHDESK_HOST}` } };
    await handlers[handler]?.({ currentHost, iparams: app.settings, region: 'EUC', ...fields });
    return JSON.parse(JSON.stringify(rendered)) as readonly unknown[];
  }

  async function setUp(event: string): Promise<string | null> {
    const [refusal] = await run(handlerOf(event).handler, { event });
    return (refusal as { readonly message: string } | undefined)?.message ?? null;
  }

  const app: App = {
    stores,
    schedules,
    freshdesk,
    injixo,
    log: [],
    settings: SETTINGS,
    now: INSTALLED_AT,
    install: () => setUp('onAppInstall'),
    uninstall: () => setUp('onAppUninstall'),
    async fire(event, changes = {}) {
      const { module, handler } = handlerOf(event);
      const { data = {} } = readPackageJson(`server/test_data/${module}/${event}.json`) as Sample;
      const changed = Object.entries(data).map(([name, part]) =>
        name === 'ticket' || name === 'conversation' || name === 'group'
          ? [name, { ...part, ...changes }]
          : [name, part],
      );
      await run(handler, { event, data: Object.fromEntries(changed) as object });
    },
    async call(name, request) {
      const [, answer] = await run(name, request === undefined ? {} : { request });
      return answer as FunctionAnswer;
    },
    async minutes(count) {
      const until = app.now + count * MINUTE_MS;
      for (let due = schedules.takeDue(until); due !== null; due = schedules.takeDue(until)) {
        app.now = Math.max(app.now, due.at);
        await run(handlerOf('onScheduledEvent').handler, { event: 'onScheduledEvent', data: due.data });
      }
      app.now = until;
    },
  };
  current = app;
  return app;
}

function handlerOf(event: string): Subscription {
  const found = SUBSCRIPTIONS.find((each) => each.event === event);
  if (found === undefined) throw new Error(`manifest.json does not subscribe to ${event}`);
  return found;
}

/** Creates the app and installs it. */
export async function installedApp(settings: Readonly<Record<string, string>> = {}): Promise<App> {
  const app = createApp();
  app.settings = { ...SETTINGS, ...settings };
  const refusal = await app.install();
  if (refusal !== null) throw new Error(`The installation was refused: ${refusal}`);
  return app;
}
