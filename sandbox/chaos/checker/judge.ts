import { compare } from '../../truth/compare';
import type { Difference } from '../../truth/comparison';
import type { ChaosWorld } from '../world';
import { readBooks, type Books } from './books';
import { excuseOf } from './excuse';
import { noteRecorded } from './recorded';
import { compareVolumes } from './volumes';
import { heldLast, wholeTruth } from './whole-truth';

/** What injixo has against what happened in Freshdesk. */
export interface Judgement {
  readonly contacts: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongQueue: number;
  /** Queues and quarters of an hour whose sums were compared, and those that differ. */
  readonly volumes: number;
  readonly wrongVolumes: number;
  readonly held: number;
  readonly discarded: number;
  /** Contacts that still wait in the outbox or in a batch: there ought to be none. */
  readonly waiting: number;
  readonly repaired: number;
  readonly accepted: number;
  /** Contacts that nobody could know of, by why. */
  readonly excused: Readonly<Record<string, number>>;
  readonly problems: readonly Difference[];
}

function sums(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const reason of reasons) counted[reason] = (counted[reason] ?? 0) + 1;
  return counted;
}

const countOf = (problems: readonly Difference[], problem: Difference['problem']): number =>
  problems.filter((each) => each.problem === problem).length;

/** Half of the ids are twins of one ticket. */
const contactsOf = (ids: readonly string[]): number =>
  new Set(ids.map((id) => id.replace('unknown:', 'ticket:'))).size;

function figuresOf(
  books: Books,
): Pick<Judgement, 'held' | 'discarded' | 'waiting' | 'repaired' | 'accepted'> {
  return {
    held: contactsOf([...books.unclear, ...books.parked]),
    discarded: contactsOf(books.discarded),
    waiting: contactsOf(books.waiting),
    repaired: books.repaired,
    accepted: books.accepted,
  };
}

/** Compares Freshdesk's truth with injixo's receipts, contact by contact and quarter by quarter. */
export function judge(world: ChaosWorld): Judgement {
  noteRecorded(world);
  const { receipts } = world.sandbox.injixo;
  const books = readBooks(world);
  const held = [...books.unclear, ...books.parked, ...books.discarded];
  const contacts = heldLast(wholeTruth(world), held);
  const compared = compare(contacts, receipts, { held });
  const judged = compared.details.map((each) => ({ each, excuse: excuseOf(world, each) }));
  const problems = judged.flatMap(({ each, excuse }) => (excuse === null ? [each] : []));
  return {
    contacts: compared.contacts,
    lost: countOf(problems, 'lost'),
    doubled: countOf(problems, 'doubled'),
    wrongQueue: countOf(problems, 'wrong queue'),
    ...compareVolumes(contacts, receipts),
    ...figuresOf(books),
    excused: sums(judged.flatMap(({ excuse }) => excuse ?? [])),
    problems,
  };
}
