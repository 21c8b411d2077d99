import { parseArgs } from 'node:util';
import { PLANS, type Plan } from '../../sandbox/freshdesk/api/limits';
import { readNumber, readOneOf } from '../shared/read-option';
import type { Load } from './load';

/** The parts of the bench in the order of printing. */
const PARTS = ['times', 'page', 'loads', 'capacity', 'scan', 'idle', 'history', 'plans', 'live'] as const;

/** A part of the bench. */
export type Part = (typeof PARTS)[number];

/** The options of the bench. */
export interface BenchOptions {
  readonly parts: readonly Part[];
  readonly loads: readonly Load[];
  readonly seed: number;
  readonly history: number;
  readonly plan: Plan;
  /** Milliseconds each Freshdesk call takes, one import each. */
  readonly latencies: readonly number[];
}

const OPTIONS = {
  /** Contacts per minute, one column each. */
  loads: { type: 'string', default: '1,10,60,100,150' },
  /** Duration of each load. */
  minutes: { type: 'string', default: '60' },
  /** Contacts within ten minutes, in an additional column; 0 for none. */
  burst: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  /** Tickets of the account whose history is imported. */
  history: { type: 'string', default: '60000' },
  /** Its Freshdesk plan: trial, growth, pro or enterprise. */
  plan: { type: 'string', default: 'pro' },
  /** Milliseconds that a Freshdesk call takes in the import, one import each. */
  latencies: { type: 'string', default: '120,400' },
  /** The parts to run, by name; all of them take about an hour. */
  parts: { type: 'string', default: 'all' },
} as const;

const BURST_MINUTES = 10;

function readLoads(values: { loads: string; minutes: string; burst: string }): readonly Load[] {
  const minutes = readNumber('minutes', values.minutes);
  const perMinute = values.loads.split(',').map((text) => readNumber('loads', text.trim()));
  const burst = readNumber('burst', values.burst);
  const loads = perMinute.filter((each) => each > 0).map((each) => ({ perMinute: each, minutes }));
  return burst < BURST_MINUTES
    ? loads
    : [...loads, { perMinute: Math.floor(burst / BURST_MINUTES), minutes: BURST_MINUTES }];
}

function readParts(text: string): readonly Part[] {
  if (text === 'all') return PARTS;
  return text.split(',').map((name) => readOneOf('parts', name.trim(), PARTS));
}

/** Parses the arguments of `npm run bench --`; throws a sentence about invalid ones. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  return {
    parts: readParts(values.parts),
    loads: readLoads(values),
    seed: readNumber('seed', values.seed),
    history: readNumber('history', values.history),
    plan: readOneOf('plan', values.plan, Object.keys(PLANS) as Plan[]),
    latencies: values.latencies.split(',').map((text) => readNumber('latencies', text.trim())),
  };
}
