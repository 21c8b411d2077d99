import type { HeldAnswer } from '../functions/answers.ts';
import type { Answer, HeldOrder } from '../functions/server-functions.ts';

/** Whether a run has carried an order out by now: the batch is no longer in the list it was ordered from. */
export function isCarriedOut(order: HeldOrder, number: number, answer: Answer<HeldAnswer>): boolean {
  if (!answer.ok) return false;
  const { held, discarded } = answer.value;
  return !(order === 'restore' ? discarded : held).some((batch) => batch.number === number);
}
