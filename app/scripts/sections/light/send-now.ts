import { byId } from '../../dom/element.ts';
import type { PageParts } from '../page-parts.ts';

/** Before the first run. */
const NO_RUN = { lastRunAt: 0, accepted: 0, due: 0 };

/** Makes a run for what is due, and says what came of it. */
export async function sendNow(parts: PageParts): Promise<void> {
  const { server, overview, refresh, loadTexts } = parts;
  const { say, sayCode } = parts.speaker;
  const place = byId('sent');
  await loadTexts();
  place.textContent = say('send.working');
  const before = overview() ?? NO_RUN;
  const answer = await server.runNow();
  await refresh();
  const { lastRunAt, accepted, due } = overview() ?? NO_RUN;
  const isRun = lastRunAt !== before.lastRunAt;
  const outcome = isRun ? say('send.done', { count: accepted - before.accepted, due }) : say('send.busy');
  place.textContent = answer.ok ? outcome : sayCode('error', answer.code);
  // The button may be gone: whoever uses the keyboard goes on from the result.
  place.focus();
}
