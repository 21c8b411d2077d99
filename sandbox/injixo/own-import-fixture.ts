import { createFreshdesk, type Freshdesk } from '../freshdesk/create-freshdesk';
import type { FreshdeskAccess } from './own-import';

/** A listening Freshdesk and what the key of its administrator opens; its clock is moved by hand. */
export async function openPast(): Promise<{
  readonly freshdesk: Freshdesk;
  readonly access: FreshdeskAccess;
  readonly wait: (ms: number) => void;
}> {
  const clock = { value: Date.parse('2026-11-02T06:00:00Z'), now: (): number => clock.value };
  const freshdesk = createFreshdesk({ clock });
  const access = { origin: await freshdesk.start(), apiKey: freshdesk.admin.apiKey };
  return { freshdesk, access, wait: (ms) => void (clock.value += ms) };
}
