import type { Clock } from '../../support/clock';
import type { PlatformFaults } from '../faults';
import { isJsonObject, jsonBytes, jsonCopy, objectOf, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';

const unitMs: Readonly<Record<string, number>> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** The interval of a recurring schedule. */
export interface Repeat {
  readonly time_unit: string;
  readonly frequency: number;
}

/** The input of the checks of schedules. */
export interface ScheduleContext {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly faults: PlatformFaults;
}

/** The milliseconds between two firings. */
export function repeatMs(repeat: Repeat): number {
  return (unitMs[repeat.time_unit] ?? Infinity) * repeat.frequency;
}

/** The name in a call's options. */
export function checkName(options: unknown): string {
  const name = objectOf(options)['name'];
  if (typeof name !== 'string' || name.trim() === '') throw new Refusal(400, 'The schedule needs a name');
  return name;
}

/** The first time of firing: an ISO date-time far enough ahead. */
export function checkScheduleAt(value: unknown, { clock, limits }: ScheduleContext): number {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) throw new Refusal(400, 'schedule_at should be an ISO date-time in UTC');
  if (at < clock.now() + limits.scheduleAheadMs) {
    throw new Refusal(400, 'schedule_at should be at least 5 minutes ahead');
  }
  return at;
}

/** The data for the handler. */
export function checkScheduleData(data: unknown, { limits }: ScheduleContext): JsonObject {
  const copy: unknown = data === undefined ? {} : jsonCopy(data);
  if (!isJsonObject(copy)) throw new Refusal(400, 'data should be of type JSON');
  if (jsonBytes(copy) > limits.scheduleDataBytes) throw new Refusal(400, 'data should not exceed 4 KB');
  return copy;
}

/** The interval, or null for a one-time schedule. */
export function checkRepeat(repeat: unknown, { faults }: ScheduleContext): Repeat | null {
  if (repeat === undefined) return null;
  const checked = readRepeat(objectOf(repeat));
  if (repeatMs(checked) < faults.minRepeatMinutes * 60_000) {
    throw new Refusal(400, `repeat should be at least ${faults.minRepeatMinutes} minutes`);
  }
  return checked;
}

function readRepeat({ time_unit: unit, frequency }: JsonObject): Repeat {
  const isUnit = typeof unit === 'string' && Object.hasOwn(unitMs, unit);
  const isWhole = typeof frequency === 'number' && Number.isSafeInteger(frequency) && frequency > 0;
  if (isUnit && isWhole) return { time_unit: unit, frequency };
  throw new Refusal(400, 'repeat needs a time_unit of minutes, hours or days and a whole frequency');
}
