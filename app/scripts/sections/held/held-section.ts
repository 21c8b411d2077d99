import { asyncPlace } from '../async-place.ts';
import { button, type ButtonColor } from '../../dom/button.ts';
import { ask } from '../../dom/confirm.ts';
import { element } from '../../dom/element.ts';
import type { HeldAnswer, HeldBatch, Overview } from '../../../../server/page-contract';
import type { Answer, HeldOrder, PageParts, Section } from '../page-parts.ts';
import { batchContacts } from './batch-contacts.ts';

type Act = (order: HeldOrder, batch: HeldBatch) => Promise<void>;

const COLORS: Readonly<Record<HeldOrder, ButtonColor>> = {
  send: 'primary',
  discard: 'danger',
  restore: 'primary',
};

function orderButton(
  order: HeldOrder,
  batch: HeldBatch,
  place: HTMLElement,
  act: Act,
  { speaker, fault }: PageParts,
): HTMLElement {
  const { say } = speaker;
  const made = button(
    say(`held.${order}`),
    order === 'send' ? 'primary' : 'secondary',
    () => {
      const question = {
        text: say(`held.${order}.ask`, { count: batch.contacts }),
        yes: say(`held.${order}.yes`),
        no: say('held.no'),
        color: COLORS[order],
      };
      ask(place, question, made, () => act(order, batch), fault);
    },
    fault,
  );
  return made;
}

function batchCard(batch: HeldBatch, orders: readonly HeldOrder[], act: Act, parts: PageParts): HTMLElement {
  const { say } = parts.speaker;
  const { number, reason, contacts, at } = batch;
  const question = element('div');
  const buttons = orders.map((order) => orderButton(order, batch, question, act, parts));
  const isHeld = !orders.includes('restore');
  return element(
    'article',
    { class: 'card batch', 'data-batch': number },
    element(
      'header',
      {},
      element('h4', { text: say('held.batch', { number: String(number) }) }),
      element('span', { class: `tag tag-${reason}`, text: say(`held.${reason}`) }),
      element('span', { text: say('held.contacts', { count: contacts }) }),
      element('span', { class: 'muted', text: say('held.at', { time: parts.format().moment(at) }) }),
    ),
    ...(isHeld ? [element('p', { text: say(`held.${reason}.hint`) })] : []),
    element('div', { class: 'buttons' }, ...buttons),
    question,
    batchContacts(batch, parts),
  );
}

function lists({ held, discarded }: HeldAnswer, act: Act, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const nothing = held.length === 0 ? [element('p', { class: 'empty', text: say('held.empty') })] : [];
  const cards = held.map((batch) => batchCard(batch, ['send', 'discard'], act, parts));
  const gone = discarded.map((batch) => batchCard(batch, ['restore'], act, parts));
  const goneTitle = gone.length === 0 ? [] : [element('h3', { text: say('held.discarded') })];
  return [...nothing, ...cards, ...goneTitle, ...gone];
}

/** Whether a run has carried an order out by now: the batch is no longer in the list it was ordered from. */
export function isCarriedOut(order: HeldOrder, number: number, answer: Answer<HeldAnswer>): boolean {
  if (!answer.ok) return false;
  const { held, discarded } = answer.value;
  return !(order === 'restore' ? discarded : held).some((batch) => batch.number === number);
}

/** Unclear and parked contacts, and what people decide about them. */
export function createHeldSection(panel: HTMLElement, parts: PageParts): Section {
  const { server, speaker, fault } = parts;
  const { say, tell } = speaker;
  const told = element('p', { class: 'told', role: 'status' });
  const content = element('div');
  const place = asyncPlace(content, parts);
  const view = { seen: '', isOpen: false };

  const load = async (): Promise<void> => {
    await place.load(server.getHeld, (answer) => lists(answer, act, parts));
  };
  const act: Act = async (order, { number }) => {
    told.textContent = say('held.working');
    const answer = await server.orderHeld(order, number);
    if (!answer.ok) {
      told.textContent = tell('error', answer.code);
      return load();
    }
    // Carried out at once when no run has begun within the minute; otherwise by the next one.
    await server.runNow();
    const isDone = isCarriedOut(order, number, await server.getHeld());
    told.textContent = isDone ? say('held.done', { number: String(number) }) : say('held.ordered');
    await parts.refresh();
    await load();
  };
  panel.replaceChildren(element('p', { text: say('held.intro') }), told, content);
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
