import { asyncPlace } from '../async-place.ts';
import { button, type ButtonColor } from '../../dom/button.ts';
import { ask } from '../../dom/confirm.ts';
import { element } from '../../dom/element.ts';
import type { HeldAnswer, HeldBatch, Overview } from '../../../../server/page-contract';
import type { Answer, HeldCommand, PageParts, Section } from '../page-parts.ts';
import { batchContacts } from './batch-contacts.ts';

type Act = (command: HeldCommand, batch: HeldBatch) => Promise<void>;

/** What cannot be undone looks dangerous: contacts that injixo has already would count twice, permanently. */
const COLORS: Readonly<Record<HeldCommand, ButtonColor>> = {
  send: 'danger',
  discard: 'primary',
  restore: 'primary',
};

function commandButton(
  command: HeldCommand,
  batch: HeldBatch,
  place: HTMLElement,
  act: Act,
  { speaker, fault }: PageParts,
): HTMLElement {
  const { say } = speaker;
  const made = button(
    say(`held.${command}`),
    command === 'send' ? 'danger' : 'secondary',
    () => {
      const question = {
        text: say(`held.${command}.ask`, { count: batch.contacts }),
        yes: say(`held.${command}.yes`),
        no: say('held.no'),
        color: COLORS[command],
      };
      ask(place, question, made, () => act(command, batch), fault);
    },
    fault,
  );
  return made;
}

function batchCard(
  batch: HeldBatch,
  commands: readonly HeldCommand[],
  act: Act,
  parts: PageParts,
): HTMLElement {
  const { say } = parts.speaker;
  const { number, reason, contacts, at, decidedAt } = batch;
  const moments = [
    say('held.at', { time: parts.format().moment(at) }),
    ...(decidedAt === undefined ? [] : [say('held.decided', { time: parts.format().moment(decidedAt) })]),
  ];
  const question = element('div');
  const buttons = commands.map((command) => commandButton(command, batch, question, act, parts));
  const isHeld = !commands.includes('restore');
  return element(
    'article',
    { class: 'card batch', 'data-batch': number },
    element(
      'header',
      {},
      element('h4', { text: say('held.batch', { number: String(number) }) }),
      element('span', { class: `tag tag-${reason}`, text: say(`held.${reason}`) }),
      element('span', { text: say('held.contacts', { count: contacts }) }),
      element('span', { class: 'muted', text: moments.join(' · ') }),
    ),
    ...(isHeld ? [element('p', { text: say(`held.${reason}.hint`) })] : []),
    element('div', { class: 'buttons' }, ...buttons),
    question,
    batchContacts(batch, parts),
  );
}

function lists({ held, discarded }: HeldAnswer, act: Act, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const isEmpty = held.length === 0;
  const intro = isEmpty ? { class: 'empty', text: say('held.empty') } : { text: say('held.intro') };
  const cards = held.map((batch) => batchCard(batch, ['discard', 'send'], act, parts));
  const gone = discarded.map((batch) => batchCard(batch, ['restore'], act, parts));
  const goneTitle = gone.length === 0 ? [] : [element('h3', { text: say('held.discarded') })];
  return [element('p', intro), ...cards, ...goneTitle, ...gone];
}

/** True once a run has carried out the command: the batch is no longer in the list it was in. */
export function isCarriedOut(command: HeldCommand, number: number, answer: Answer<HeldAnswer>): boolean {
  if (!answer.ok) return false;
  const { held, discarded } = answer.value;
  return !(command === 'restore' ? discarded : held).some((batch) => batch.number === number);
}

/** Unclear and parked contacts with the commands for them. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const { server, speaker, fault } = parts;
  const { say, sayCode } = speaker;
  const status = element('p', { class: 'outcome', role: 'status', tabindex: '-1' });
  const content = element('div');
  const place = asyncPlace(content, parts);
  const view = { seen: '', isOpen: false };

  const load = async (): Promise<void> => {
    await place.load(server.getHeld, (answer) => lists(answer, act, parts));
  };
  const act: Act = async (command, { number }) => {
    status.textContent = say('held.working');
    const answer = await server.runHeldCommand(command, number);
    if (!answer.ok) {
      status.textContent = sayCode('error', answer.code);
      return load();
    }
    // Carried out at once if no run has started within the last minute; otherwise by the next run.
    await server.runNow();
    const isDone = isCarriedOut(command, number, await server.getHeld());
    status.textContent = isDone ? say('held.done', { number: String(number) }) : say('held.scheduled');
    await parts.refresh();
    await load();
    // The buttons of the batch are gone: whoever uses the keyboard goes on from the result.
    status.focus();
  };
  panel.replaceChildren(status, content);
  return {
    show: () => {
      view.isOpen = true;
      load().catch(fault);
    },
    update: ({ unclear, parked }: Overview) => {
      const now = `${unclear} ${parked}`;
      if (view.isOpen && now !== view.seen) load().catch(fault);
      view.seen = now;
    },
  };
}
