import { readField, readPath } from '../contacts/read-field';

/** A scheme and a slash at the end may be there; a path, a port, a user or an IP address may not. */
const HOST = /^(?:https?:\/\/)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,63})\/?$/;

/**
 * The account's Freshdesk address (`https://<host>`) in any payload, in local test payloads from `domain`; null when none is
 * named.
 */
export function parseFreshdeskUrl(payload: unknown): string | null {
  const given =
    readPath(payload, ['currentHost', 'endpoint_urls', 'freshdesk']) ?? readField(payload, 'domain');
  const found = typeof given === 'string' ? HOST.exec(given.trim().toLowerCase()) : null;
  return found === null ? null : `https://${found[1]}`;
}
