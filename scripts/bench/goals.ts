import { formatTable } from '../../sandbox/support/format-table';

/** A figure that product.md, promise 7, or its issue asks for: smaller is better. */
interface Goal {
  readonly figure: string;
  /** Before the work on it, measured in counts that do not depend on the machine. */
  readonly before: string;
  readonly wanted: number;
  readonly unit: string;
}

/** The wanted figures. */
const GOALS = {
  median: {
    figure: 'median delay at 1 to 60 contacts a minute',
    before: '3.5',
    wanted: 1.6,
    unit: 'min',
  },
  delay99th: { figure: '99th percentile of it', before: '6', wanted: 2.1, unit: 'min' },
  crowded99th: {
    figure: '100 contacts a minute for an hour, 99th percentile',
    before: '45',
    wanted: 4,
    unit: 'min',
  },
  idleRuns: { figure: 'an idle day: runs', before: '288', wanted: 288, unit: '' },
  idleKeyValue: { figure: 'an idle day: key-value operations', before: '2,019', wanted: 2_019, unit: '' },
  idleEntity: { figure: 'an idle day: entity operations', before: '288', wanted: 288, unit: '' },
  idleCredits: { figure: 'an idle day: Freshdesk credits', before: '1,042', wanted: 400, unit: '' },
  import120: { figure: 'import of 60,000 tickets, 120 ms a call', before: '215', wanted: 185, unit: 'min' },
  import400: { figure: 'import of 60,000 tickets, 400 ms a call', before: '528', wanted: 300, unit: 'min' },
  importCredits: {
    figure: 'Freshdesk credits for 1,000 imported tickets',
    before: '562',
    wanted: 535,
    unit: '',
  },
} satisfies Readonly<Record<string, Goal>>;

/** A measured figure. */
export type Reached = readonly [goal: keyof typeof GOALS, measured: number];

function textOf(value: number, unit: string): string {
  const text = value.toLocaleString('en-US', { maximumFractionDigits: value < 20 ? 2 : 0 });
  return unit === '' ? text : `${text} ${unit}`;
}

/** A figure that is met to the tenth is met. */
function verdict(measured: number, wanted: number): string {
  const missing = measured - wanted;
  return missing < 0.05 ? 'met' : `missed by ${textOf(missing, '')}`;
}

/** A row for each measured figure: before, wanted, measured, and whether it is met. */
export function formatGoals(reached: readonly Reached[]): string {
  const heads = ['figure', 'before', 'wanted', 'measured', ''];
  const rows = reached.map(([goal, measured]) => {
    const { figure, before, wanted, unit }: Goal = GOALS[goal];
    return [figure, before, `≤ ${textOf(wanted, unit)}`, textOf(measured, unit), verdict(measured, wanted)];
  });
  return formatTable(
    heads.map((head, index) => ({ head, align: index === 0 || index === 4 ? 'left' : 'right' })),
    rows,
  );
}
