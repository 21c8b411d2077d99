import { PLANS, type Plan } from '../../sandbox/freshdesk/api/limits';
import { platformLimits } from '../../sandbox/platform/limits';
import { CHECKED, formatCapacity, highestCarried, LIVE_ONLY, measureCapacity } from './capacity';
import { NAIVE, THE_APP } from './design';
import type { Figures } from './figures';
import { formatGoals, type Reached } from './goals';
import { measureHistory, type HistoryFigures } from './history';
import { formatIdleDay, measureIdleDay } from './idle-day';
import { measureLiveDelay } from './live-delay';
import { LOAD_MIX, type Load } from './load';
import { formatPage, measurePage, PAGE_ACCOUNT } from './page';
import { formatPageWeight, measurePageWeight } from './page-weight';
import { formatDesign, formatFigures } from './print-figures';
import { formatHistory, formatLiveDelays, formatPlans, reachedBy } from './print-history';
import type { BenchOptions, Part } from './read-options';
import { measureRealTimes } from './real-times';
import { runColumns } from './run-columns';
import { formatScanCosts, measureScanCost, SCAN_LOADS, type ScanCost } from './scan-cost';

async function printRealTimes(): Promise<void> {
  const times = await measureRealTimes();
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log(
    `Real times on this machine (Node ${process.versions.node}), medians, the sandbox's own work included:`,
  );
  console.log(`  package load               ${ms(times.load)} (the first time ${ms(times.firstLoad)})`);
  console.log(`  event handler              ${ms(times.eventHandler)}`);
  console.log(`  run without contacts       ${ms(times.idleRun)}`);
  console.log(`  ${`run that sends ${times.contactsOfBusyRun} contacts`.padEnd(26)} ${ms(times.busyRun)}\n`);
}

async function printPage({ seed }: BenchOptions): Promise<void> {
  const { queues, days, contactsPerDay } = PAGE_ACCOUNT;
  console.log(
    `The page's calls with ${queues} queues and ${days} days of ${contactsPerDay} contacts; medians on this machine`,
  );
  console.log(`${formatPage(await measurePage(seed))}\n`);
  console.log('The page in Chromium, on the same account; medians on this machine');
  console.log(`${formatPageWeight(await measurePageWeight(seed))}\n`);
}

function printConditions(): void {
  const { kvPerMinute, entityPerMinute } = platformLimits;
  console.log(`Each load: ${LOAD_MIX}. Before it half an hour with one contact a minute, not measured.`);
  console.log(
    `Limits: ${kvPerMinute.value} kv and ${entityPerMinute.value} entity calls in any 60 s; Freshdesk plan Pro. The sandbox\n` +
      'brings events to the app one after the other. Delay: from what happened in Freshdesk to its acceptance.\n',
  );
}

async function printScanCosts({ seed }: BenchOptions): Promise<void> {
  const costs: ScanCost[] = [];
  for (const perMinute of SCAN_LOADS) costs.push(await measureScanCost(perMinute, seed));
  console.log('Freshdesk calls an hour with nothing lost; the daily recheck is extra');
  console.log(formatScanCosts(costs));
}

/** The delays of an hour of each load, in minutes, beside what is wanted; the worst of the loads up to 60. */
function delaysReached(loads: readonly Load[], app: readonly Figures[]): readonly Reached[] {
  const played = loads.flatMap(({ perMinute, minutes }, index) => {
    const figures = app[index];
    return figures === undefined || minutes < 60 ? [] : [{ perMinute, figures }];
  });
  const usual = played.filter(({ perMinute }) => perMinute <= 60).map(({ figures }) => figures);
  const crowded = played.filter(({ perMinute }) => perMinute === 100).map(({ figures }) => figures);
  const inMinutes = (seconds: readonly number[]): number => Math.max(...seconds) / 60;
  return [
    ...(usual.length === 0
      ? []
      : ([
          ['median', inMinutes(usual.map(({ delayMedian }) => delayMedian))],
          ['delay99th', inMinutes(usual.map(({ delay99th }) => delay99th))],
        ] as const)),
    ...crowded.map(({ delay99th }) => ['crowded99th', delay99th / 60] as const),
  ];
}

async function printBothDesigns({ loads, seed }: BenchOptions): Promise<void> {
  printConditions();
  const columns = [THE_APP, NAIVE].flatMap((design) => loads.map((load) => ({ design, load })));
  const figures = await runColumns(columns, seed, ({ design, load }) => {
    console.error(`  played: ${design.key}, ${load.perMinute} contacts a minute for ${load.minutes} minutes`);
  });
  const [app, naive] = [figures.slice(0, loads.length), figures.slice(loads.length)];
  console.log(`${NAIVE.name}.\n${formatFigures(loads, app, naive)}\n`);
  console.log(`${formatGoals(delaysReached(loads, app))}\n`);
}

async function printCapacity({ seed }: BenchOptions): Promise<void> {
  console.log('How much the app carries: an hour of each load');
  console.log(`${formatCapacity(await measureCapacity(CHECKED, seed))}\n`);
}

/** Loads that the live way has to carry with ease. */
const LIVE_LOADS = [1, 10];

async function printLiveOnly({ seed }: BenchOptions): Promise<void> {
  const { design, updates = 0 } = LIVE_ONLY;
  console.log(
    `${design.name}: an hour of each load, each ticket changed ${updates} times within five minutes`,
  );
  const tried = await measureCapacity({ ...LIVE_ONLY, tried: [...LIVE_LOADS, ...LIVE_ONLY.tried] }, seed);
  const shown = tried.filter(
    ({ perMinute }) => LIVE_LOADS.includes(perMinute) || perMinute === highestCarried(tried),
  );
  const loads = shown.map(({ perMinute, figures: { minutes } }) => ({ perMinute, minutes }));
  console.log(
    formatDesign(
      loads,
      shown.map(({ figures }) => figures),
    ),
  );
  console.log(`${formatCapacity(tried)}\n`);
}

async function printIdleDay({ seed }: BenchOptions): Promise<void> {
  console.log('A day without any contact, after two hours of warm-up');
  console.log(`${formatIdleDay(await measureIdleDay(seed))}\n`);
}

async function printHistory({ history: tickets, plan, latencies }: BenchOptions): Promise<void> {
  const imports: HistoryFigures[] = [];
  for (const latencyMs of latencies) imports.push(await measureHistory({ tickets, plan, latencyMs }));
  for (const each of imports) console.log(`${formatHistory(each)}\n`);
  console.log(`${formatGoals(imports.flatMap(reachedBy))}\n`);
}

/** Tickets of the account that is imported on each plan: enough to show the differences. */
const TICKETS_ON_EACH_PLAN = 3_000;
const USUAL_LATENCY_MS = 120;

async function printPlans(): Promise<void> {
  const imports: HistoryFigures[] = [];
  for (const plan of Object.keys(PLANS) as Plan[]) {
    imports.push(await measureHistory({ tickets: TICKETS_ON_EACH_PLAN, plan, latencyMs: USUAL_LATENCY_MS }));
  }
  console.log(`The same import on each Freshdesk plan\n${formatPlans(imports)}\n`);
}

async function printLiveDelays({ seed }: BenchOptions): Promise<void> {
  const during = await measureLiveDelay(true, seed);
  const without = await measureLiveDelay(false, seed);
  const delays = [['while a history is imported', during] as const, ['without', without] as const];
  console.log(`${formatLiveDelays(delays)}\n`);
}

/** Measures and prints each part of the bench. */
export const PRINT: Readonly<Record<Part, (options: BenchOptions) => Promise<void>>> = {
  times: printRealTimes,
  page: printPage,
  loads: printBothDesigns,
  capacity: printCapacity,
  scan: printScanCosts,
  idle: printIdleDay,
  history: printHistory,
  plans: printPlans,
  live: printLiveDelays,
  'live-only': printLiveOnly,
};
