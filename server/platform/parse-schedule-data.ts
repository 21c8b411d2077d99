import { readField } from '../contacts/read-field';
import type { ScheduleData } from './ports';

function numberField(data: unknown, name: 'cutOver' | 'every'): Partial<Record<typeof name, number>> {
  const value = readField(data, name);
  return typeof value === 'number' && value > 0 ? { [name]: value } : {};
}

/** What a schedule carries; anything unreadable is a plain run, which can do no harm. */
export function parseScheduleData(data: unknown): ScheduleData {
  const kind = readField(data, 'kind') === 'tick' ? 'tick' : 'run';
  return { kind, ...numberField(data, 'cutOver'), ...numberField(data, 'every') };
}
