const CONTACT_ID = /\b(?:ticket|reply|unknown):\d+/g;

/** All contact ids in a value, each once. */
export function contactIdsIn(value: unknown): readonly string[] {
  return [...new Set((JSON.stringify(value) ?? '').match(CONTACT_ID) ?? [])];
}
