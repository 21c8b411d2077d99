import fs from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../shared/fixtures/freshworks-events');

/** Reads a sample payload that Freshworks publishes; null if the samples are not present beside the repository. */
export function officialSample(name: string): unknown {
  const file = path.join(FOLDER, name);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
}
