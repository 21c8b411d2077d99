import { button } from '../../dom/button.ts';
import { download } from '../../dom/download.ts';
import { element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { PageParts, Section } from '../page-parts.ts';
import type { ChecksAnswer, Overview } from '../../../../server/page-contract';
import { checkWords, useWords, type CheckWords, type UseWords } from './settings-words.ts';

const MARKS: Readonly<Record<CheckWords['result'], string>> = {
  ok: '✓',
  failed: '✕',
  unknown: '?',
  'not entered': '–',
};

function checkLine({ result, label, resultWord, sentence }: CheckWords): HTMLElement {
  const mark = element('span', { class: `mark mark-${result}`, 'aria-hidden': 'true', text: MARKS[result] });
  const words = element('p', {}, element('strong', { text: label }), ` ${resultWord}`);
  const more = sentence === '' ? [] : [element('p', { class: 'muted', text: sentence })];
  return element('li', {}, mark, element('div', {}, words, ...more));
}

function checkCard(parts: PageParts): HTMLElement {
  const { server, speaker, fault } = parts;
  const { say, sayCode } = speaker;
  const status = element('p', { role: 'status', class: 'outcome' });
  const lines = element('ul', { class: 'checks' });
  const show = ({ at, checks }: ChecksAnswer): void => {
    status.textContent = say('settings.checked', { time: parts.format().moment(at) });
    lines.replaceChildren(...checkWords(checks, speaker).map(checkLine));
  };
  const check = async (): Promise<void> => {
    status.textContent = say('settings.checking');
    const answer = await server.checkSettings();
    if (answer.ok) show(answer.value);
    else status.textContent = sayCode('error', answer.code);
  };
  return element(
    'section',
    { class: 'card' },
    element('h3', { text: say('settings.check') }),
    element('p', { text: say('settings.check.intro') }),
    button(say('settings.check'), 'primary', check, fault),
    status,
    lines,
  );
}

/** File name of a support file. */
export function fileName(ms: number): string {
  const stamp = new Date(ms).toISOString().slice(0, 16).replace(':', '-');
  return `injixo-connect-support-${stamp}.json`;
}

function supportCard(parts: PageParts): HTMLElement {
  const { server, speaker, fault, now } = parts;
  const { say, sayCode } = speaker;
  const status = element('p', { role: 'status', class: 'outcome' });
  const get = async (): Promise<void> => {
    status.textContent = say('settings.support.working');
    const answer = await server.getSupportFile();
    if (!answer.ok) {
      status.textContent = sayCode('error', answer.code);
      return;
    }
    const name = fileName(now());
    download(name, JSON.stringify(answer.value.file, null, 2), 'application/json');
    status.textContent = say('settings.support.done', { name });
  };
  return element(
    'section',
    { class: 'card' },
    element('h3', { text: say('settings.support') }),
    element('p', { text: say('settings.support.intro') }),
    button(say('settings.support.get'), 'secondary', get, fault),
    status,
  );
}

function useLine({ label, words, share }: UseWords): HTMLElement {
  const bar =
    share === null ? [] : [element('progress', { max: 1, value: share, 'aria-label': `${label}: ${words}` })];
  return element(
    'li',
    {},
    element('span', { text: label }),
    element('span', { class: 'number', text: words }),
    ...bar,
  );
}

function factLines(
  overview: Overview,
  { speaker, format }: PageParts,
): readonly (readonly [string, string])[] {
  const { say } = speaker;
  const madeAt = overview.scheduleMadeAt ?? null;
  return [
    [say('settings.installed'), format().moment(overview.installedAt)],
    [say('settings.last_run'), format().moment(overview.lastRunAt)],
    [say('settings.last_answer'), format().moment(overview.lastAnswerAt)],
    ...(madeAt === null ? [] : ([[say('settings.schedule_made'), format().moment(madeAt)]] as const)),
  ];
}

/** The settings check, the limits, and the support file. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const { say } = parts.speaker;
  const use = element('ul', { class: 'use' });
  const facts = element('dl', { class: 'facts' });
  const limits = element(
    'section',
    { class: 'card' },
    element('h3', { text: say('settings.use') }),
    element('p', { text: say('settings.use.intro') }),
    use,
  );
  const about = element('section', { class: 'card' }, element('h3', { text: say('settings.facts') }), facts);
  panel.replaceChildren(
    element('div', { class: 'cards' }, checkCard(parts), limits, supportCard(parts), about),
  );
  limits.hidden = true;
  return {
    update: (overview) => {
      limits.hidden = overview.use === undefined;
      if (overview.use !== undefined) {
        drawIfChanged(use, useWords(overview.use, parts.speaker, parts.format()), (lines) =>
          lines.map(useLine),
        );
      }
      drawIfChanged(facts, factLines(overview, parts), (lines) =>
        lines.flatMap(([label, text]) => [element('dt', { text: label }), element('dd', { text })]),
      );
    },
  };
}
