import { formatTable } from '../../sandbox/support/format-table';
import { platformLimits } from '../../sandbox/platform/limits';
import { LIMITS } from '../../server/values/limits';
import type { Reached } from './goals';
import { HEAP_MB, type HistoryFigures } from './history';
import { LIVE_LOAD, type LiveDelay } from './live-delay';
import { formatDelay } from './print-figures';

type Row = readonly [label: string, figure: string];

/** Credits of a list page with stats. */
const PAGE_CREDITS = 3;

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** The calls of an import that reads the conversations of every ticket: T / 100 x 3 + T. */
function ticketByTicket(tickets: number): number {
  return (tickets / LIMITS.listRows) * PAGE_CREDITS + tickets;
}

function timesOf(label: string, credits: number, { tickets, perMinute }: HistoryFigures): readonly Row[] {
  const minutes = credits / perMinute;
  const time = `${whole(minutes)} min; with half of them ${whole(minutes / LIMITS.freshdeskShare)} min`;
  return [
    [`${label}: Freshdesk credits`, whole(credits)],
    ['  credits for 1,000 tickets', whole((credits / tickets) * 1000)],
    [`  time at ${perMinute} credits a minute`, time],
  ];
}

function outcomeRows({ tickets, replied, app, comparison }: HistoryFigures): readonly Row[] {
  const { contacts, lost, doubled, wrongQueue } = comparison;
  return [
    ['tickets', whole(tickets)],
    [
      "  with a customer's reply, by Freshdesk's stats",
      `${whole(replied)} (${whole((replied / tickets) * 100)} %)`,
    ],
    ['contacts', `${whole(contacts)}${app.isDone ? '' : ' (the import did not end)'}`],
    ['lost, doubled, in a wrong queue', [lost, doubled, wrongQueue].join(', ')],
  ];
}

function runRows({ app }: HistoryFigures): readonly Row[] {
  const end = seconds(platformLimits.invocationMs.value);
  const budget = `nothing new after ${seconds(LIMITS.lastWorkMs)}, the platform ends it after ${end}`;
  return [
    ['minutes from the installation on', whole(app.minutes)],
    ['runs', whole(app.runs)],
    ['longest run', `${seconds(app.longestRunMs)} (${budget})`],
    ['most kv calls of a run', `${app.mostOps} (${LIMITS.keyValueOpsPerRun} at most)`],
    ['kv calls refused, rules broken', `${app.refusedOps}, ${app.violations}`],
    [
      "memory of the app's process",
      `${megabytes(app.memoryMost)} at most, ${megabytes(app.memoryBefore)} before`,
    ],
    ['', `all of it: Node with a heap of at most ${HEAP_MB} MB, the sandbox's platform, the package`],
  ];
}

/**
 * What others use for the same account, requests and credits for 1,000 tickets. tap-freshdesk: measured, its own code against
 * this stand-in, without children; with its default children, and Airbyte: computed from what they ask.
 */
const PEERS: readonly Row[] = [
  ['peers, for 1,000 tickets', 'requests; credits'],
  ['  tap-freshdesk, tickets alone (measured)', '1,010; 1,072'],
  ['  tap-freshdesk, default children (computed)', 'about 3,010; 3,070'],
  ['  Airbyte, without spam and deleted (computed)', 'about 965; 1,017 to 1,083'],
];

/** What an import reached of the wanted figures, which are those of 60,000 tickets on Pro. */
export function reachedBy({ tickets, plan, latencyMs, app }: HistoryFigures): readonly Reached[] {
  if (tickets < 60_000 || plan !== 'pro') return [];
  if (latencyMs === 400) return [['import400', app.minutes]];
  return [
    ['import120', app.minutes],
    ['importCredits', (app.calls / tickets) * 1000],
  ];
}

function callRows(figures: HistoryFigures): readonly Row[] {
  const { tickets, app, calls } = figures;
  const { lists, conversations, others } = calls;
  return [
    ...timesOf('the app', app.calls, figures),
    ['  requests: lists, conversations, others', [lists, conversations, others].map(whole).join(', ')],
    ['  requests for 1,000 tickets', whole(((lists + conversations + others) / tickets) * 1000)],
    ...timesOf('ticket by ticket', ticketByTicket(tickets), figures),
    ...PEERS,
  ];
}

function tableOf(what: string, rows: readonly Row[]): string {
  return formatTable(
    [
      { head: 'import of the history', align: 'left' },
      { head: what, align: 'left' },
    ],
    rows,
  );
}

/** The figures of an import, compared with one that reads ticket by ticket. */
export function formatHistory(figures: HistoryFigures): string {
  return tableOf(`plan ${figures.plan}, ${figures.latencyMs} ms a call`, [
    ...outcomeRows(figures),
    ...callRows(figures),
    ...runRows(figures),
  ]);
}

/** A row for each plan on which the same account was imported. */
export function formatPlans(imports: readonly HistoryFigures[]): string {
  const heads = [
    'plan',
    'credits a minute',
    'tickets',
    'contacts',
    'lost',
    'doubled',
    'minutes',
    'credits for 1,000 tickets',
  ];
  const rows = imports.map(({ plan, perMinute, tickets, app, comparison }) => [
    plan,
    ...[perMinute, tickets, comparison.contacts, comparison.lost, comparison.doubled].map(whole),
    ...[app.minutes, (app.calls / tickets) * 1000].map(whole),
  ]);
  return formatTable(
    heads.map((head, index) => ({ head, align: index === 0 ? 'left' : 'right' })),
    rows,
  );
}

/** The delay of live contacts under different conditions. */
export function formatLiveDelays(delays: readonly (readonly [string, LiveDelay])[]): string {
  const row = (label: string, figure: (delay: LiveDelay) => string): readonly string[] => [
    label,
    ...delays.map(([, delay]) => figure(delay)),
  ];
  return formatTable(
    [
      { head: `${LIVE_LOAD.perMinute} contacts a minute`, align: 'left' },
      ...delays.map(([head]) => ({ head, align: 'right' as const })),
    ],
    [
      row('live contacts', ({ contacts }) => whole(contacts)),
      row('delay, median', ({ median }) => formatDelay(median)),
      row('delay, 99th percentile', ({ highest99th }) => formatDelay(highest99th)),
      row('contacts of the history sent meanwhile', ({ imported }) => whole(imported)),
    ],
  );
}
