import fs from 'node:fs';
import path from 'node:path';
import { listPackageFiles } from '../../shared/package/app-package';
import { declareProcess } from '../coverage/declare-process';
import { instrumentWithCounters } from '../coverage/instrument.mjs';
import type { FileCounters } from './reached';

/** Where the counters are: of server code in this process, of a page's in its window. */
const SCOPES = [
  { of: /^server\/.*\.js$/, scope: 'require("process")' },
  { of: /^app\/scripts\/.*\.js$/, scope: 'window' },
] as const;

/** Counters by file. */
export type Counters = Readonly<Record<string, FileCounters>>;

/** Writes a copy of the package that counts what runs. Returns the counters of all its files, before anything ran. */
export function writeCountingPackage(dist: string, target: string): Counters {
  fs.rmSync(target, { recursive: true, force: true });
  fs.cpSync(dist, target, { recursive: true });
  declareProcess(target);
  const counters = listPackageFiles(target).flatMap((name) => {
    const scope = SCOPES.find(({ of }) => of.test(name))?.scope;
    if (scope === undefined) return [];
    const file = path.join(target, name);
    const made = instrumentWithCounters(fs.readFileSync(file, 'utf8'), name, scope);
    fs.writeFileSync(file, made.code);
    return [[name, made.counters as FileCounters] as const];
  });
  return Object.fromEntries(counters);
}

/** The counters of server code that ran in this process. */
export const serverCounters = (): Counters => Reflect.get(process, '__coverage__') as Counters;
