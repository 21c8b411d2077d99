import { readField, readPath } from '../values/read-field';
import { isHidden, type FreshdeskAnswer, type FreshdeskGet } from './client';
import { isZone } from '../values/calendar';
import { RAILS_ZONES } from './time-zone-names';

/** The account's time zone. */
export interface AccountZone {
  /** IANA; null: Freshdesk gave none, or an unknown one. */
  readonly iana: string | null;
  /** When it was asked (ms). */
  readonly askedAt: number;
}

/** The IANA zone of a name that Freshdesk gives; null when there is none. */
export function zoneOf(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const zone = RAILS_ZONES.get(name.trim()) ?? name.trim();
  return isZone(zone) ? zone : null;
}

/** True when asking again soon may give another answer. */
function isPassing(answer: FreshdeskAnswer<unknown>): boolean {
  return !answer.ok && !isHidden(answer.problem);
}

/**
 * The zone of the account (Freshdesk API: view account), else that of the key's own agent, which needs no rights on the
 * account. Undefined when Freshdesk could not be asked. One call or two.
 */
export async function askZone(get: FreshdeskGet): Promise<string | null | undefined> {
  const account = await get('/api/v2/account');
  const own = account.ok ? zoneOf(readField(account.value, 'timezone')) : null;
  if (own !== null) return own;
  if (isPassing(account)) return undefined;
  const agent = await get('/api/v2/agents/me');
  if (isPassing(agent)) return undefined;
  return agent.ok ? zoneOf(readPath(agent.value, ['contact', 'time_zone'])) : null;
}
