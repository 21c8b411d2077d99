import type { Sandbox } from '../../create-sandbox';
import { jsonBytes } from '../../support/json-value';
import type { LimitName } from '../../platform/limits';
import type { Platform } from '../../platform/platform';
import type { Repeat } from '../../platform/schedules/schedule-rules';
import type { MeteredKind } from '../../platform/usage-meter';
import type { LimitRow, LimitsView, StoresView } from './contract';

function repeatInWords(repeat: Repeat | null): string {
  return repeat === null ? 'once' : `every ${repeat.frequency} ${repeat.time_unit}`;
}

/** The current content of the stores. */
export function storesView(platform: Platform): StoresView {
  const { keyValues, entities, schedules } = platform.stores();
  return {
    keyValues: Object.entries(keyValues)
      .map(([key, value]) => ({ key, bytes: Buffer.byteLength(key) + jsonBytes(value), value }))
      .sort((left, right) => left.key.localeCompare(right.key)),
    entities: Object.entries(entities).map(([name, records]) => ({ name, records })),
    schedules: schedules
      .map(({ name, at, repeat, data }) => ({ name, at, repeat: repeatInWords(repeat), data }))
      .sort((left, right) => left.at - right.at),
  };
}

const METERED: readonly (readonly [MeteredKind, LimitName, string])[] = [
  ['kv', 'kvPerMinute', 'Key-value store'],
  ['entity', 'entityPerMinute', 'Entity store'],
  ['request', 'requestsPerMinute', 'Request templates'],
  ['function', 'functionsPerMinute', 'Functions of the page'],
];

function perMinute({ platform }: Sandbox): readonly LimitRow[] {
  const usage = platform.usage();
  return METERED.map(([kind, limit, name]) => ({
    name,
    used: usage[kind].highWater,
    limit: platform.limits[limit],
    unit: 'calls in the busiest minute',
    refused: usage[kind].refused,
  }));
}

function sizes({ platform }: Sandbox): readonly LimitRow[] {
  const { keyValues, entities } = storesView(platform);
  const records = entities.reduce((most, { records: all }) => Math.max(most, all.length), 0);
  const bytes = keyValues.reduce((most, entry) => Math.max(most, entry.bytes), 0);
  const longest = platform
    .invocations()
    .reduce((most, run) => Math.max(most, run.endedAt - run.startedAt), 0);
  const { limits } = platform;
  return [
    { name: 'Entity records', used: records, limit: limits.entityRecords, unit: 'now', refused: 0 },
    { name: 'Largest value', used: bytes, limit: limits.kvEntryBytes, unit: 'bytes', refused: 0 },
    { name: 'Longest run', used: longest, limit: limits.invocationMs, unit: 'ms', refused: 0 },
  ];
}

/** The usage of each limit, and everything the app did that the documentation forbids. */
export function limitsView(sandbox: Sandbox): LimitsView {
  const { freshdesk, platform } = sandbox;
  const credits: LimitRow = {
    name: 'Freshdesk API',
    used: freshdesk.usedCredits(),
    limit: freshdesk.limits.totalPerMinute,
    unit: 'credits in the last minute',
    refused: 0,
  };
  const violations = platform.violations().map(({ at, text, invocation }) => ({ at, text, invocation }));
  return { limits: [...perMinute(sandbox), ...sizes(sandbox), credits], violations };
}
