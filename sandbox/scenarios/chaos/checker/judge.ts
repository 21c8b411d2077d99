import { compare } from '../../../oracle/compare';
import type { Difference } from '../../../oracle/comparison';
import type { ChaosWorld } from '../world';
import { readAppRecords, type AppRecords, noteRecorded } from './app-records';
import { knownGapOf } from './known-gaps';
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
  records: AppRecords,
): Pick<Judgement, 'held' | 'discarded' | 'waiting' | 'repaired' | 'accepted'> {
  return {
    held: contactsOf([...records.unclear, ...records.parked]),
    discarded: contactsOf(records.discarded),
    waiting: contactsOf(records.waiting),
    repaired: records.repaired,
    accepted: records.accepted,
  };
}

/** Compares Freshdesk's truth with injixo's receipts, contact by contact and quarter by quarter. */
export function judge(world: ChaosWorld): Judgement {
  noteRecorded(world);
  const { receipts } = world.sandbox.injixo;
  const records = readAppRecords(world);
  const held = [...records.unclear, ...records.parked, ...records.discarded];
  const contacts = heldLast(wholeTruth(world), held);
  const compared = compare(contacts, receipts, { held });
  const judged = compared.details.map((each) => ({ each, gap: knownGapOf(world, each) }));
  const problems = judged.flatMap(({ each, gap }) => (gap === null ? [each] : []));
  return {
    contacts: compared.contacts,
    lost: countOf(problems, 'lost'),
    doubled: countOf(problems, 'doubled'),
    wrongQueue: countOf(problems, 'wrong queue'),
    ...compareVolumes(contacts, receipts),
    ...figuresOf(records),
    excused: sums(judged.flatMap(({ gap }) => gap ?? [])),
    problems,
  };
}
