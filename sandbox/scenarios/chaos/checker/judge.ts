import type { Difference } from '../../../oracle/comparison';
import type { ChaosWorld } from '../world';
import { readAppRecords, type AppRecords } from './app-records';
import { compareKindly } from './compare-kindly';
import { knownGapOf } from './known-gaps';
import { isSetAside } from './set-aside';
import { compareVolumes } from './volumes';
import type { TrueContact } from '../../../oracle/true-contact';
import { toldTruth } from './told-truth';
import { wholeTruth } from './whole-truth';

/** The comparison of injixo with Freshdesk. */
export interface Judgement {
  readonly contacts: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongQueue: number;
  /** The number of compared sums per queue and quarter hour, and those that differ. */
  readonly volumes: number;
  readonly wrongVolumes: number;
  readonly held: number;
  readonly discarded: number;
  /** Contacts that still wait in the outbox or in a batch; expected to be none. */
  readonly waiting: number;
  readonly repaired: number;
  readonly accepted: number;
  /** Missing contacts that are known gaps or on a ticket set aside, by reason. */
  readonly knownGaps: Readonly<Record<string, number>>;
  readonly problems: readonly Difference[];
}

function sums(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const reason of reasons) counted[reason] = (counted[reason] ?? 0) + 1;
  return counted;
}

const countOf = (problems: readonly Difference[], problem: Difference['problem']): number =>
  problems.filter((each) => each.problem === problem).length;

/** Half of the ids are duplicates: two for one ticket. */
const contactsOf = (ids: readonly string[]): number =>
  new Set(ids.map((id) => id.replace('unknown:', 'ticket:'))).size;

function figuresOf(
  world: ChaosWorld,
  records: AppRecords,
): Pick<Judgement, 'held' | 'discarded' | 'waiting' | 'repaired' | 'accepted'> {
  return {
    held: contactsOf([...records.unclear, ...records.parked]),
    discarded: contactsOf(records.discarded),
    waiting: contactsOf(
      [...records.waits, ...records.waiting].filter(
        (id) => !isSetAside(world, id, { named: records.setAside }),
      ),
    ),
    repaired: records.repaired,
    accepted: records.accepted,
  };
}

/** Why a contact is missing with good reason; null if there is none. */
function gapOf(world: ChaosWorld, each: Difference, { setAside }: AppRecords): string | null {
  const isAside = each.problem === 'lost' && isSetAside(world, each.contactId ?? '', { named: setAside });
  return isAside ? 'cannot be read, and the page names its ticket' : knownGapOf(world, each);
}

/** What ought to be in injixo, and why some of it may be missing with good reason. */
interface Expected {
  readonly contacts: readonly TrueContact[];
  readonly gapOf: (each: Difference) => string | null;
  /** Not expected at all, and counted apart. */
  readonly apart: readonly string[];
}

function expectedOf(world: ChaosWorld, records: AppRecords): Expected {
  const scanned = (each: Difference): string | null => gapOf(world, each, records);
  if (world.plan.key === 'always') return { contacts: wholeTruth(world), gapOf: scanned, apart: [] };
  return { ...toldTruth(world), gapOf: world.plan.key === 'never' ? () => null : scanned };
}

/** Compares the truth with injixo's receipts, per contact and per quarter hour. */
export function judge(world: ChaosWorld): Judgement {
  const { receipts } = world.sandbox.injixo;
  const records = readAppRecords(world);
  const held = [...records.unclear, ...records.parked, ...records.discarded];
  const { contacts, gapOf: reasonOf, apart } = expectedOf(world, records);
  const isExcused = (each: Difference): boolean => reasonOf(each) !== null;
  const compared = compareKindly(contacts, receipts, { held, isExcused });
  const judged = compared.details.map((each) => ({ each, gap: reasonOf(each) }));
  const problems = judged.flatMap(({ each, gap }) => (gap === null ? [each] : []));
  return {
    contacts: compared.contacts,
    lost: countOf(problems, 'lost'),
    doubled: countOf(problems, 'doubled'),
    wrongQueue: countOf(problems, 'wrong queue'),
    ...compareVolumes(contacts, receipts),
    ...figuresOf(world, records),
    knownGaps: sums([...judged.flatMap(({ gap }) => gap ?? []), ...apart]),
    problems,
  };
}
