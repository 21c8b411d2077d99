import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createClock, type Clock } from '../support/clock';
import { createNetwork, type Network } from '../network/network';
import { createPlatform } from './create-platform';
import type { Platform, PlatformOptions } from './platform';

const written: string[] = [];

/** Files of a small package by path; the others are those of a package that does nothing. */
export type PackageFiles = Readonly<Record<string, string | object>>;

/** A manifest with these handlers and functions. */
export function manifestWith(events: readonly string[], functions: readonly string[] = []): object {
  const isCommon = (event: string): boolean => event.startsWith('onApp') || event === 'onScheduledEvent';
  const isOfGroups = (event: string): boolean => event.startsWith('onGroup');
  const entries = (chosen: readonly string[]): object =>
    Object.fromEntries(chosen.map((event) => [event, { handler: `${event}Handler` }]));
  return {
    'platform-version': '3.0',
    modules: {
      common: {
        events: entries(events.filter(isCommon)),
        functions: Object.fromEntries(functions.map((name) => [name, { timeout: 20 }])),
      },
      support_ticket: { events: entries(events.filter((event) => !isCommon(event) && !isOfGroups(event))) },
      ...(events.some(isOfGroups) ? { support_agent: { events: entries(events.filter(isOfGroups)) } } : {}),
    },
    dependencies: { axios: '1.21.1' },
  };
}

/** Writes a package to its own folder. */
function writePackage(files: PackageFiles): string {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-package-'));
  written.push(dir);
  for (const [name, content] of Object.entries({ 'config/iparams.json': {}, ...files })) {
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return dir;
}

/** Deletes all written packages. */
export function removePackages(): void {
  for (const dir of written.splice(0)) rmSync(dir, { recursive: true, force: true });
}

export interface PlatformFixture {
  readonly clock: Clock;
  readonly network: Network;
  readonly platform: Platform;
}

export const noon = Date.parse('2026-11-05T12:00:00Z');

/** A platform at noon with a package of these handlers: names and function texts. */
export function platformWith(
  handlers: Readonly<Record<string, string>>,
  { files = {}, options = {} }: { files?: PackageFiles; options?: Partial<PlatformOptions> } = {},
): PlatformFixture {
  const names = Object.keys(handlers);
  const isEvent = (name: string): boolean => name.startsWith('on');
  const literal = names.map(
    (name) => `  ${isEvent(name) ? `${name}Handler` : name}: ${handlers[name] ?? ''},`,
  );
  const packageDir = writePackage({
    'manifest.json': manifestWith(
      names.filter(isEvent),
      names.filter((name) => !isEvent(name)),
    ),
    'server/server.js': `const axios = require('axios');\nexports = {\n${literal.join('\n')}\n};\n`,
    ...files,
  });
  const clock = createClock(noon);
  const network = createNetwork({ clock });
  const platform = createPlatform({ packageDir, clock, network, host: 'acme.freshdesk.com', ...options });
  return { clock, network, platform };
}
