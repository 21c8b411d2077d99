import type { Sandbox } from '../create-sandbox';
import { createLocalServer } from '../support/local-server';
import { createConsoleApp } from './create-console-app';
import type { EventRecorder } from './event-recorder';
import { readPackage } from './marketplace/read-package';
import { bundleClient } from './serving/bundle-client';
import { createLiveUpdates } from './serving/live-updates';
import { createSessionHost, type ResetOptions } from './serving/session-host';
import { createSummary } from './serving/create-summary';

/** Where the page is served, from what, and how the sandbox begins anew. */
export interface ConsoleOptions extends ResetOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly packageDir: string;
  /** The events of the sandbox so far; without it, only what happens from now on is shown. */
  readonly events?: EventRecorder;
}

/** A page that is being served. */
export interface ServedConsole {
  readonly url: string;
  /** Ends the page and the sandbox it shows. */
  stop(): Promise<void>;
}

/** Rejects with a PortTakenError when the port is in use: for whoever wants to know before a long day. */
export async function refuseTakenPort(port: number): Promise<void> {
  const server = createLocalServer((_request, response) => response.end());
  await server.start(port);
  await server.stop();
}

/** Serves the page of a sandbox on this machine alone; rejects with a PortTakenError when the port is in use. */
export async function serveConsole(sandbox: Sandbox, options: ConsoleOptions): Promise<ServedConsole> {
  const { events } = options;
  const sessions = createSessionHost({
    ...options,
    first: { sandbox, ...(events === undefined ? {} : { events }) },
    onChange: () => live.changed(),
  });
  const live = createLiveUpdates(createSummary(sessions));
  const hosts = new Set<string>();
  const app = createConsoleApp({
    sessions,
    live,
    files: await bundleClient(),
    built: readPackage(options.packageDir),
    isOwnHost: (host) => hosts.has(host),
  });
  const server = createLocalServer(app);
  const { origin, host } = new URL(await server.start(options.port));
  hosts.add(host).add(host.replace('127.0.0.1', 'localhost'));
  return {
    url: `${origin}/`,
    stop: async () => {
      live.stop();
      await server.stop();
      await sessions.stop();
    },
  };
}
