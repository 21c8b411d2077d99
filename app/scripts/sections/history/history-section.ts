import { button } from '../../dom/button.ts';
import { ask } from '../../dom/confirm.ts';
import { element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { PageParts, Section } from '../page-parts.ts';
import type { ImportCommand, Overview } from '../../../../server/page-contract';
import { needsKey } from '../needs-key.ts';
import {
  againWords,
  historyWords,
  isCarriedOut,
  isPlanned,
  type Command,
  type HistoryWords,
  type PlanWords,
} from './history-view.ts';

type Act = (asked: ImportCommand) => Promise<void>;

function progressBar({ share, shareWords }: HistoryWords, { speaker }: PageParts): Node[] {
  if (share === null) return [];
  const bar = element('progress', {
    max: 1,
    value: share,
    'aria-label': speaker.say('history.progress'),
    'aria-valuetext': shareWords,
  });
  return [element('div', { class: 'progress' }, bar, element('span', { text: shareWords }))];
}

function list(title: string, lines: readonly string[]): Node[] {
  if (lines.length === 0) return [];
  const items = lines.map((text) => element('li', { text }));
  return [element('h3', { text: title }), element('ul', { class: 'lines' }, ...items)];
}

function commandButton(
  command: Command,
  place: HTMLElement,
  act: Act,
  { speaker, fault }: PageParts,
): HTMLElement {
  const { say } = speaker;
  const color = command === 'resume' ? 'primary' : 'secondary';
  const press = (): void | Promise<void> => {
    if (command !== 'cancel') return act({ command });
    const question = {
      text: say('history.cancel.ask'),
      yes: say('history.cancel.yes'),
      no: say('history.cancel.no'),
      color: 'danger',
    } as const;
    ask(place, question, made, () => act({ command }), fault);
  };
  const made = button(say(`history.${command}`), color, press, fault);
  return made;
}

/** A plan, the question that its start depends on, and the button that starts it, which asks once more. */
function startBlock({ span, title, plan, ...words }: PlanWords, act: Act, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const place = element('div');
  const press = (): void => {
    const question = { text: words.ask, yes: say('history.start.yes'), no: say('history.start.no') };
    const start = (): Promise<void> => act({ command: 'start', ...span });
    ask(place, { ...question, color: 'danger' }, made, start, parts.fault);
  };
  const made = button(say('history.start'), 'primary', press, parts.fault);
  return [
    ...(title === '' ? [] : [element('h3', { text: title })]),
    ...list(say('history.plan'), plan),
    ...list(words.question, words.answers),
    element('div', { class: 'buttons' }, made),
    place,
  ];
}

function draw(words: HistoryWords, act: Act, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const question = element('div');
  const commands = words.commands.map((command) => commandButton(command, question, act, parts));
  const figures = words.figures.map(({ label, value }) =>
    element(
      'div',
      { class: 'figure' },
      element('dt', { text: label }),
      element('dd', { class: 'figure-value', text: value }),
    ),
  );
  return [
    element(
      'header',
      {},
      element('span', { class: 'tag', text: words.state }),
      element('span', { text: words.span }),
    ),
    ...(words.problem === '' ? [] : [element('p', { class: 'problem', text: words.problem })]),
    ...(words.queued === '' ? [] : [element('p', { text: words.queued })]),
    ...progressBar(words, parts),
    ...(commands.length === 0 ? [] : [element('div', { class: 'buttons' }, ...commands)]),
    question,
    ...(figures.length === 0 ? [] : [element('dl', { class: 'figures' }, ...figures)]),
    ...list(say('history.plan'), words.plan),
    ...(words.planned === null ? [] : startBlock(words.planned, act, parts)),
    ...list(say('history.reach'), words.outOfReach),
  ];
}

/** What became of a command, as far as the last run tells. */
function outcomeOf(asked: ImportCommand, { speaker, overview }: PageParts): string {
  const history = overview()?.history ?? null;
  if (isCarriedOut(asked, history)) return speaker.say('history.done');
  const isWaiting = asked.command !== 'start' || isPlanned(asked, history);
  return isWaiting ? speaker.say('history.scheduled') : speaker.sayCode('error', 'plan_changed');
}

/** The initial import: its progress, and the commands for it. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const { server, speaker } = parts;
  const { say, sayCode } = speaker;
  const status = element('p', { class: 'outcome', role: 'status' });
  const content = element('div', { class: 'card history' });
  const again = element('p', { class: 'muted' });

  const act: Act = async (asked) => {
    status.textContent = say('history.working');
    const answer = await server.controlHistory(asked);
    if (!answer.ok) {
      await parts.refresh();
      status.textContent = sayCode('error', answer.code);
      return;
    }
    // Carried out at once if no run has started within the last minute; otherwise by the next run.
    await server.runNow();
    await parts.refresh();
    status.textContent = outcomeOf(asked, parts);
  };
  const show = ({ history, way }: Overview): void => {
    if (way === 'live') {
      return drawIfChanged(content, way, () => [needsKey('history.needs_key', speaker)]);
    }
    const shown = history === null ? null : historyWords(history, speaker, parts.format());
    drawIfChanged(content, shown, (words) =>
      words === null
        ? [element('p', { class: 'empty', text: say('history.none') })]
        : draw(words, act, parts),
    );
  };
  panel.replaceChildren(status, content, again);
  // Only an overview tells that there is none.
  content.replaceChildren(element('p', { class: 'empty', text: say('page.loading') }));
  return {
    update: (overview) => {
      show(overview);
      again.textContent = overview.way === 'live' ? '' : againWords(overview, speaker, parts.format());
    },
  };
}
