import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CSV_HEAD, createCsvWriter, csvRow, formulaWarning } from './write-csv';

const EVENT = {
  queueName: 'Bücher email Tickets',
  queueIdentifier: 'freshdesk:1:1:tickets',
  timestamp: '2026-11-05T12:45:13Z',
  channel: 'cases',
  properties: { offered: true, handled: false },
} as const;

it('writes a contact as a row: queue, UTC date and time, flags, channel', () => {
  expect(csvRow(EVENT)).toBe('Bücher email Tickets;2026-11-05;12:45:13;1;0;cases\n');
});

it('quotes a name with a semicolon or a quotation mark', () => {
  expect(csvRow({ ...EVENT, queueName: 'A;B "C"' })).toMatch(/^"A;B ""C""";/);
});

it.each(['=Sales email Tickets', '+49 email Tickets', '-Sales email Tickets', '@Sales email Tickets'])(
  'writes the name %s as injixo needs it, and names it for a warning, once',
  (queueName) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'csv-'));
    const writer = createCsvWriter(folder);

    writer.add([EVENT, { ...EVENT, queueName }, { ...EVENT, queueName }]);

    const [file = ''] = writer.files();
    expect(fs.readFileSync(file, 'utf8').split('\n')[2]).toBe(`${queueName};2026-11-05;12:45:13;1;0;cases`);
    expect(writer.formulas()).toEqual([queueName]);
    expect(formulaWarning(writer.formulas())).toContain(queueName);
    fs.rmSync(folder, { recursive: true });
  },
);

it('warns of nothing while no name looks like a formula', () => {
  expect(formulaWarning([])).toBe('');
});

it('goes on in another file before one is too large, each with its head', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'csv-'));
  const writer = createCsvWriter(folder, 200);

  writer.add(Array.from({ length: 10 }, () => EVENT));

  const texts = writer.files().map((file) => fs.readFileSync(file, 'utf8'));
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.every((text) => text.startsWith(CSV_HEAD) && Buffer.byteLength(text) <= 200)).toBe(true);
  expect(texts.flatMap((text) => text.trim().split('\n').slice(1))).toHaveLength(10);
  fs.writeFileSync(path.join(folder, 'notes.txt'), 'mine');
  createCsvWriter(folder, 200).add([EVENT]);
  expect(fs.readdirSync(folder).sort()).toEqual(['contacts-001.csv', 'notes.txt']);
  fs.rmSync(folder, { recursive: true });
});
