import type { Language } from '../language/catalogue.ts';

/** Text, or a number that a spreadsheet can add up. */
export type Cell = string | number;

/** Without it Excel reads the file in the computer's own character set, and accents are lost. */
const BYTE_ORDER_MARK = '\uFEFF';

/** How a cell begins that a spreadsheet would calculate; the wide signs count as plain ones in some. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

const MUST_QUOTE = /[",;\r\n\t]|^\s|\s$/;

/** A name can come from anybody who may name a group: an apostrophe before a formula makes it text. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return MUST_QUOTE.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * A file for a spreadsheet: UTF-8 with a byte order mark and lines that end with CR LF. Spreadsheets of languages with a
 * decimal comma split at semicolons.
 */
export function csvOf(rows: readonly (readonly Cell[])[], language: Language): string {
  const separator = language === 'en' ? ',' : ';';
  const lines = rows.map((cells) => `${cells.map(cellText).join(separator)}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}
