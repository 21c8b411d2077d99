import type { Sandbox } from '../create-sandbox';
import { createLocalServer } from '../support/local-server';
import { createConsoleApp } from './create-console-app';
import type { EventRecorder } from './event-recorder';
import { readPackage } from './marketplace/read-package';
import { bundleClient } from './serving/bundle-client';
import { createLiveUpdates } from './serving/live-updates';
import { createSessionHost, type ResetOptions } from './serving/session-host';
import { createSummary } from './serving/create-summary';

/** Options of the page's server, and of a new sandbox. */
export interface ConsoleOptions extends ResetOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly packageDir: string;
  /** The events of the sandbox so far; if omitted, only later events are shown. */
  readonly events?: EventRecorder;
}

/** A running server of the page. */
export interface ServedConsole {
  readonly url: string;
  /** Stops the server and the sandbox it shows. */
  stop(): Promise<void>;
}

/** Rejects with a PortTakenError if the port is in use: for a check before a long day is played. */
export async function refuseTakenPort(port: number): Promise<void> {
  const server = createLocalServer((_request, response) => response.end());
  await server.start(port);
  await server.stop();
}

/** Serves the page of a sandbox on this machine only; rejects with a PortTakenError if the port is in use. */
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
