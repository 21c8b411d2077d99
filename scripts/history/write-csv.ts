import fs from 'node:fs';
import path from 'node:path';
import type { ContactEvent } from '../../server/contacts/contact-event';

/** The columns of injixo's manual upload with a contact-based schema. */
export const CSV_HEAD = 'Queue;Date;Time;Offered;Handled;Channel\n';
/** Maximum file size of the upload. */
const MOST_CSV_BYTES = 7_000_000;

/** Writes contacts, one per row, into files of a folder. */
export interface CsvWriter {
  add(events: readonly ContactEvent[]): void;
  /** The files written so far. */
  files(): readonly string[];
  /** Names of queues in them that a spreadsheet would take for a formula. */
  formulas(): readonly string[];
}

/** Beginnings that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@]/;

/** The warning about such names, which are written as they are: injixo needs them so. Empty without any. */
export function formulaWarning(names: readonly string[]): string {
  if (names.length === 0) return '';
  return [
    'Do not open the CSV files in a spreadsheet: it would take these names for formulas. injixo needs them as they are.',
    ...names.map((name) => `  ${name}`),
  ].join('\n');
}

function quote(text: string): string {
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One contact as a row. */
export function csvRow({ queueName, timestamp, properties, channel }: ContactEvent): string {
  const [date = '', time = ''] = timestamp.replace('Z', '').split('T');
  const flags = [properties.offered, properties.handled].map((flag) => (flag ? '1' : '0'));
  return `${[quote(queueName), date, time, ...flags, channel].join(';')}\n`;
}

const FILE_NAME = /^contacts-\d{3,}\.csv$/;

/** Clears the folder: files of an earlier dry run must not be uploaded with the new ones. */
function clearFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) {
    if (FILE_NAME.test(name)) fs.rmSync(path.join(folder, name));
  }
}

/** Creates or clears a folder and returns its writer; contacts beyond the size limit go into a new file. */
export function createCsvWriter(folder: string, mostBytes = MOST_CSV_BYTES): CsvWriter {
  clearFolder(folder);
  const files: string[] = [];
  const formulas = new Set<string>();
  let bytes = mostBytes;
  const open = (): void => {
    const file = path.join(folder, `contacts-${String(files.length + 1).padStart(3, '0')}.csv`);
    fs.writeFileSync(file, CSV_HEAD);
    files.push(file);
    bytes = Buffer.byteLength(CSV_HEAD);
  };
  const write = (row: string): void => {
    const size = Buffer.byteLength(row);
    if (bytes + size > mostBytes) open();
    fs.appendFileSync(files.at(-1) ?? '', row);
    bytes += size;
  };
  const add = (event: ContactEvent): void => {
    if (FORMULA.test(event.queueName)) formulas.add(event.queueName);
    write(csvRow(event));
  };
  return {
    add: (events) => events.forEach(add),
    files: () => files,
    formulas: () => [...formulas],
  };
}
