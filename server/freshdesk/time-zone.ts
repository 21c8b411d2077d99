import { readField } from '../values/read-field';
import { isHidden, type FreshdeskGet } from './client';
import { isZone } from '../values/calendar';
import { RAILS_ZONES } from './time-zone-names';

/** The account's time zone. */
export interface AccountZone {
  /** IANA; null: Freshdesk gave none, or an unknown one. */
  readonly iana: string | null;
  /** When it was asked (ms). */
  readonly askedAt: number;
}

/** Where Freshdesk names a time zone: the path of the call, and the field of its answer. */
const PLACES = [
  ['/api/v2/account', ['timezone']],
  ['/api/v2/agents/me', ['contact', 'time_zone']],
] as const;

/**
 * The zone of the account (Freshdesk API: view account), else that of the key's own agent, which needs no rights on the
 * account. Undefined when Freshdesk could not be reached. One call or two.
 */
export async function askZone(get: FreshdeskGet): Promise<string | null | undefined> {
  for (const [path, field] of PLACES) {
    const answer = await get(path);
    if (!answer.ok) {
      if (isHidden(answer.problem)) continue;
      return undefined;
    }
    const name = readField(answer.value, ...field);
    if (typeof name !== 'string') continue;
    const zone = RAILS_ZONES.get(name.trim()) ?? name.trim();
    if (isZone(zone)) return zone;
  }
  return null;
}
