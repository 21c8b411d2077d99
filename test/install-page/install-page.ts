import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';

const SCRIPT = path.resolve(__dirname, '../../config/assets/iparams.ts');

/** An answer of a request template. */
export interface Answer {
  readonly status: number;
  readonly response?: string;
  readonly errorSource?: string;
}

/** A request of the script. */
export interface Asked {
  readonly name: string;
  readonly context: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The install page with its script. */
export interface InstallPage {
  readonly hints: Record<string, string>;
  readonly fields: Record<string, unknown>;
  readonly asked: Asked[];
  /** Makes what waits for time to pass happen now; returns after how many milliseconds it was to happen. */
  later(): Promise<readonly number[]>;
  /** Enters a text into a field and calls the script as the platform does. */
  enter(field: string, text: unknown): Promise<void>;
}

function changeFunctions(): Readonly<Record<string, string>> {
  const fields = JSON.parse(fs.readFileSync('config/iparams.json', 'utf8')) as Record<
    string,
    { readonly events?: readonly { readonly change: string }[] }
  >;
  return Object.fromEntries(
    Object.entries(fields).map(([key, { events }]) => [key, events?.[0]?.change ?? '']),
  );
}

const compiled = ts.transpileModule(fs.readFileSync(SCRIPT, 'utf8'), {
  compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.None },
}).outputText;

/** Loads the script as the platform does, with these answers to its requests. */
export function openInstallPage(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  now = Date.now(),
): InstallPage {
  const timers: { readonly act: () => void; readonly ms: number }[] = [];
  const page: InstallPage = {
    hints: {},
    fields: {},
    asked: [],
    async later() {
      const due = timers.splice(0);
      due.forEach(({ act }) => act());
      await new Promise(setImmediate);
      return due.map(({ ms }) => ms);
    },
    async enter(field, text) {
      page.fields[field] = text;
      const change = context[changeFunctions()[field] ?? ''] as (text: unknown) => unknown;
      await change(text);
    },
  };
  const client = {
    data: {
      get: () =>
        Promise.resolve({ currentHost: { endpoint_urls: { freshdesk: 'https://acme.freshdesk.com' } } }),
    },
    request: {
      async invokeTemplate(name: string, options: Omit<Asked, 'name'>) {
        const asked = { name, ...options };
        page.asked.push(asked);
        const given = await answer(asked);
        const full = { response: '', ...given };
        if (given.status < 200 || given.status > 299) throw full as unknown as Error;
        return full;
      },
    },
  };
  class PageDate extends Date {
    static override now = (): number => now;
  }
  const context: Record<string, unknown> = vm.createContext({
    Date: PageDate,
    window: { setTimeout: (act: () => void, ms: number) => timers.push({ act, ms }) },
    app: { initialized: () => Promise.resolve(client) },
    utils: {
      // Undefined for an untouched field: the platform's value is undocumented.
      get: (key: string) => page.fields[key],
      set: (key: string, { hint }: { hint: string }) => void (page.hints[key] = hint),
    },
  });
  vm.runInContext(compiled, context);
  return page;
}
