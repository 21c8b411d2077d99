import { PLANS, type Plan } from '../../sandbox/freshdesk/api/limits';
import { readArguments, type Command } from '../shared/command';
import { readNumber, readOneOf } from '../shared/read-option';
import type { Load } from './load';

/** The parts of the bench in the order of printing. */
const PARTS = [
  'times',
  'page',
  'loads',
  'capacity',
  'scan',
  'idle',
  'history',
  'plans',
  'live',
  'live-only',
] as const;

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

/** `npm run bench`, in words. */
export const BENCH = {
  name: 'npm run bench',
  about: 'Measures cost and speed in counts that do not depend on the machine; all parts take about an hour.',
  options: {
    parts: { type: 'string', takes: 'a,b', default: 'all', about: 'the parts to measure, see below' },
    loads: {
      type: 'string',
      takes: '1,10',
      default: '1,10,60,100,150',
      about: 'contacts a minute, one column each',
    },
    minutes: { type: 'string', takes: '30', default: '60', about: 'how long each load lasts' },
    burst: {
      type: 'string',
      takes: '500',
      default: '2000',
      about: 'contacts within ten minutes, in one more column; 0 for none',
    },
    seed: { type: 'string', takes: '17', default: '1', about: 'the seed of all random choices' },
    history: {
      type: 'string',
      takes: '3000',
      default: '60000',
      about: 'tickets of the account that is imported',
    },
    latencies: {
      type: 'string',
      takes: '120',
      default: '120,400',
      about: 'milliseconds that a Freshdesk call takes in the import, one import each',
    },
    plan: {
      type: 'string',
      takes: 'plan',
      default: 'pro',
      about: `its Freshdesk plan: ${Object.keys(PLANS).join(', ')}`,
    },
  },
  more: `Parts: ${PARTS.join(', ')}`,
} as const satisfies Command;

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
  const { values } = readArguments(BENCH, args);
  return {
    parts: readParts(values.parts),
    loads: readLoads(values),
    seed: readNumber('seed', values.seed),
    history: readNumber('history', values.history),
    plan: readOneOf('plan', values.plan, Object.keys(PLANS) as Plan[]),
    latencies: values.latencies.split(',').map((text) => readNumber('latencies', text.trim())),
  };
}
