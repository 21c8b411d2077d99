import fs from 'node:fs';
import path from 'node:path';
import { objectIn, objectOf, type JsonObject } from '../../support/json-value';

/** The parts of the built package that the page shows. */
export interface BuiltPackage {
  readonly dir: string;
  /** config/iparams.json. */
  readonly iparams: JsonObject;
  readonly hasInstallScript: boolean;
  /** Names of the product events that the app subscribes to. */
  readonly handledEvents: readonly string[];
  /** The part of the app that runs unseen on the page of a ticket, a file of app/; null: there is none. */
  readonly ticketPage: string | null;
}

function readJson(file: string): JsonObject {
  return objectOf(JSON.parse(fs.readFileSync(file, 'utf8')));
}

function eventsIn(manifest: JsonObject): readonly string[] {
  return Object.entries(objectIn(manifest, 'modules'))
    .filter(([name]) => name !== 'common')
    .flatMap(([, module]) => Object.keys(objectIn(objectOf(module), 'events')));
}

function ticketPageIn(manifest: JsonObject): string | null {
  const locations = objectIn(objectIn(objectIn(manifest, 'modules'), 'support_ticket'), 'location');
  const { url } = objectIn(locations, 'ticket_background');
  return typeof url === 'string' ? url : null;
}

/** Reads a package that the platform has already loaded, so it is complete. */
export function readPackage(dir: string): BuiltPackage {
  const manifest = readJson(path.join(dir, 'manifest.json'));
  return {
    dir,
    iparams: readJson(path.join(dir, 'config/iparams.json')),
    hasInstallScript: fs.existsSync(path.join(dir, 'config/assets/iparams.js')),
    handledEvents: eventsIn(manifest),
    ticketPage: ticketPageIn(manifest),
  };
}
