import CliTable from 'cli-table3';

/** A column: its head and alignment. */
export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
}

/** Formats a table for a terminal: light lines, no colours. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const table = new CliTable({
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ align }) => align),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((cells) => [...cells]));
  return table.toString();
}
