import { idOf, isReplyId } from '../contacts/contact-id';
import type { OutgoingContact } from '../delivery/outgoing';
import type { HistoryRecord, Part } from './history-record';
import type { Step } from './steps';

/** The import after the first contacts of its steps. */
export interface Taken {
  readonly record: HistoryRecord;
  /** Tickets that are done with them. */
  readonly done: readonly number[];
  /** Replies left out on purpose. */
  readonly leftOut: readonly number[];
  readonly rest: readonly Step[];
}

function withPart(record: HistoryRecord, ticketId: number, part: Part | null): HistoryRecord {
  const others = record.parts.filter((each) => each.ticketId !== ticketId);
  return { ...record, parts: part === null ? others : [...others, part] };
}

function afterStep(record: HistoryRecord, step: Step): HistoryRecord {
  const next = withPart(record, step.ticketId, step.part);
  if (step.part !== null) return next;
  const { totals } = record;
  const isNew = step.isNew ? 1 : 0;
  return {
    ...next,
    walk: step.walk,
    totals: { ...totals, tickets: totals.tickets + isNew, rows: totals.rows + 1 },
  };
}

function partAfter(step: Step, contact: OutgoingContact | undefined): Part {
  const id = contact?.contactId ?? '';
  return { ticketId: step.ticketId, page: step.page, after: isReplyId(id) ? idOf(id) : 0 };
}

/** Takes contacts from the front of the steps, and every step after them that has none. */
export function takeSteps(record: HistoryRecord, steps: readonly Step[], contacts: number): Taken {
  let left = contacts;
  let next = record;
  const done: number[] = [];
  const leftOut: number[] = [];
  for (const [index, step] of steps.entries()) {
    const size = step.contacts.length;
    if (size > left) {
      const rest = [{ ...step, contacts: step.contacts.slice(left) }, ...steps.slice(index + 1)];
      const part = partAfter(step, step.contacts[left - 1]);
      return { record: left > 0 ? withPart(next, step.ticketId, part) : next, done, leftOut, rest };
    }
    left -= size;
    next = afterStep(next, step);
    leftOut.push(...step.leftOut);
    if (step.part === null) done.push(step.ticketId);
  }
  return { record: next, done, leftOut, rest: [] };
}

/** The next contacts of the steps. */
export function contactsOf(steps: readonly Step[], most: number): readonly OutgoingContact[] {
  const contacts: OutgoingContact[] = [];
  for (const step of steps) {
    contacts.push(...step.contacts.slice(0, most - contacts.length));
    if (contacts.length >= most) break;
  }
  return contacts;
}

/** The record after this many contacts more were sent, held or set aside; a pass that found some is not the last one. */
export function withContacts(record: HistoryRecord, contacts: number): HistoryRecord {
  const { totals, fresh } = record;
  return {
    ...record,
    fresh: fresh + contacts,
    totals: { ...totals, contacts: totals.contacts + contacts },
  };
}
