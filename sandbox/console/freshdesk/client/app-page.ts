import type { FrameMessage, PageMessage } from '../../marketplace/client/messages';
import { element } from '../../browser/dom/element';
import { actionButton, attempt, select } from '../../browser/dom/form';
import { showDone, showProblem } from '../../browser/dom/toast';
import { dayWords, timeWords } from '../../browser/dom/words';
import { send } from '../../browser/live/api';
import type { Summaries } from '../../browser/live/summaries';
import { createFrame } from './frame';

const ADDRESS = '/app/index.html';
const NOT_INSTALLED = 'The app is not installed. Install it under Installation; then its page appears here.';

/** Languages of the signed-in agent. The page has no Portuguese and falls back to English. */
const LANGUAGES = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['it', 'Italiano'],
  ['nl', 'Nederlands'],
  ['pt-BR', 'Português'],
] as const;

/** Selects the language of the signed-in agent and reloads the page in it. */
function languageChoice(open: () => void): HTMLElement {
  const choices = LANGUAGES.map(([value, label]) => ({ value, label }));
  const choice = select('agent-language', choices, { label: 'The agent’s language' });
  choice.addEventListener('change', () => {
    void attempt(null, async () => {
      await send('client/language', { language: choice.value });
      open();
    });
  });
  return choice;
}

/** The page tells times in the account's zone, the sandbox in UTC. */
function zoneWords(zone: string, now: number): string {
  const clock = `${dayWords(now)} ${timeWords(now)} UTC`;
  return zone === 'UTC'
    ? `Its times are in UTC, like the sandbox’s clock (${clock}).`
    : `Its times are in the account’s time zone, ${zone}; the sandbox’s clock shows ${clock}.`;
}

function showNotice({ type, text }: FrameMessage): void {
  if (type === 'danger' || type === 'warning') showProblem(text);
  else showDone(text);
}

/** The app's page as Freshdesk shows it. It gets the sandbox's time, and reloads on demand. */
export function createAppPage(panel: HTMLElement, summaries: Summaries): { open(): void } {
  const frame = createFrame('The app’s page in Freshdesk');
  const missing = element('p', { class: 'empty', text: NOT_INSTALLED });
  const zone = element('span');
  const note = element(
    'p',
    { class: 'muted' },
    'The package’s own page, as an agent sees it in Freshdesk. ',
    zone,
  );
  const isSeen = (): boolean => panel.offsetParent !== null && !frame.hidden;
  const open = (): void => {
    if (isSeen()) frame.src = ADDRESS;
  };
  const reopen = actionButton('Reload', () => Promise.resolve(open()));
  const tools = element('span', { class: 'buttons' }, languageChoice(open), reopen);
  panel.append(missing, element('div', { class: 'row spread' }, note, tools), frame);
  window.addEventListener('message', (event: MessageEvent<FrameMessage>) => {
    if (event.origin === window.location.origin && event.data.kind === 'notify') showNotice(event.data);
  });
  summaries.listen(({ isInstalled, moves, now, pageZone }, before) => {
    zone.textContent = zoneWords(pageZone, now);
    missing.hidden = isInstalled;
    frame.hidden = !isInstalled;
    note.parentElement?.toggleAttribute('hidden', !isInstalled);
    if (isInstalled !== before?.isInstalled) return open();
    if (moves === before.moves || !isSeen()) return;
    const message: PageMessage = { kind: 'activated', now };
    frame.contentWindow?.postMessage(message, window.location.origin);
  });
  return { open };
}
