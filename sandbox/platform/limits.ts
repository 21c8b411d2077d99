const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * All limits of the platform, from the vendor's documentation. Where it says KB, 1000 bytes are assumed, because an app
 * within that limit satisfies both readings.
 */
export const platformLimits = {
  invocationMs: { value: 20 * SECOND, unit: 'ms', source: 'rate-limits-and-constraints' },
  setupInvocationMs: { value: 10 * SECOND, unit: 'ms', source: 'app-setup-events (the table says 20 s)' },
  productEventBytes: { value: 256_000, unit: 'bytes', source: 'rate-limits-and-constraints' },
  installMessageChars: { value: 60, unit: 'characters', source: 'app-setup-events' },
  functionsPerMinute: { value: 50, unit: 'calls/min', source: 'rate-limits-and-constraints' },
  functionArgsBytes: { value: 100_000, unit: 'bytes', source: 'rate-limits-and-constraints' },
  kvPerMinute: { value: 50, unit: 'calls/min', source: 'rate-limits-and-constraints' },
  kvKeyChars: { value: 60, unit: 'characters', source: 'key-value-storage' },
  kvEntryBytes: { value: 40_000, unit: 'bytes, key and value', source: 'key-value-storage' },
  entityPerMinute: { value: 250, unit: 'calls/min', source: 'rate-limits-and-constraints' },
  entityRecords: { value: 10_000, unit: 'records/entity', source: 'rate-limits-and-constraints' },
  entityRecordBytes: { value: 100_000, unit: 'bytes', source: 'rate-limits-and-constraints' },
  entityTextChars: { value: 64, unit: 'characters', source: 'entity-storage' },
  entityParagraphChars: { value: 2048, unit: 'characters', source: 'entity-storage' },
  entityPageRecords: { value: 20, unit: 'records', source: 'undocumented: small on purpose' },
  entities: { value: 5, unit: 'entities', source: 'rate-limits-and-constraints' },
  entityFields: { value: 20, unit: 'fields/entity', source: 'rate-limits-and-constraints' },
  requestsPerMinute: { value: 50, unit: 'calls/min', source: 'rate-limits-and-constraints' },
  requestMs: { value: 15 * SECOND, unit: 'ms', source: 'request-method' },
  requestTemplates: { value: 100, unit: 'templates', source: 'rate-limits-and-constraints' },
  requestBytes: { value: 100_000, unit: 'bytes', source: 'rate-limits-and-constraints' },
  responseBytes: { value: 6_000_000, unit: 'bytes', source: 'rate-limits-and-constraints' },
  recurringSchedules: { value: 1, unit: 'schedules', source: 'rate-limits-and-constraints' },
  oneTimeSchedules: { value: 1000, unit: 'schedules', source: 'rate-limits-and-constraints' },
  scheduleAheadMs: { value: 5 * MINUTE, unit: 'ms', source: 'scheduled-events' },
  scheduleDataBytes: { value: 4_000, unit: 'bytes', source: 'rate-limits-and-constraints' },
  kvLatencyMs: { value: 15, unit: 'ms', source: 'modelled' },
  entityLatencyMs: { value: 20, unit: 'ms', source: 'modelled' },
  scheduleLatencyMs: { value: 30, unit: 'ms', source: 'modelled' },
} as const satisfies Record<string, { value: number; unit: string; source: string }>;

/** The name of a limit. */
export type LimitName = keyof typeof platformLimits;
/** Every limit by its name, in its unit. */
export type Limits = Readonly<Record<LimitName, number>>;

/** The documented limits with the given changes. */
export function limitsWith(changes: Partial<Limits> = {}): Limits {
  const documented = Object.entries(platformLimits).map(([name, { value }]) => [name, value]);
  return { ...(Object.fromEntries(documented) as Record<LimitName, number>), ...changes };
}
