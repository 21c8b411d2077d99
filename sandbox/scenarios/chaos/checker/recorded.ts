import type { ChaosWorld } from '../world';

const CONTACT_ID = /"contactId":"([^"]+)"/;

/** Remembers which contacts an event brought into the outbox, from the app's log and from its outbox. */
export function noteRecorded({ sandbox, recorded }: ChaosWorld): void {
  for (const { text } of sandbox.platform.log({ level: 'info' })) {
    const id = text.includes('"contact recorded"') ? CONTACT_ID.exec(text)?.[1] : undefined;
    if (id !== undefined) recorded.add(id);
  }
  for (const { data } of sandbox.platform.stores().entities['contacts'] ?? [])
    recorded.add(String(data['contact_id']));
}
