import type { Sandbox } from '../../create-sandbox';
import { objectOf } from '../../support/json-value';
import { compare } from '../../oracle/compare';
import type { Comparison, Difference } from '../../oracle/comparison';
import { truth } from '../../oracle/truth';
import { isOwnImport } from '../../injixo/own-import';
import type { Receipt } from '../../injixo/source-queues';
import type { ComparisonDetail, ComparisonLine } from '../serving/summary';
import type { StoresSnapshot } from '../../platform/platform';
import { contactIdsIn } from '../../oracle/contact-ids';

const SECOND_MS = 1000;

/** During an outage a contact is named when the outage ends; on the page it may last for days. */
const NAMED_WITHIN_MS = 7 * 86_400_000;

function installedAt({ platform }: Sandbox): number | null {
  const isSetUp = ({ event, outcome }: { event: string; outcome: string }): boolean =>
    event === 'onAppInstall' && outcome === 'done';
  const last = platform.invocations().findLast(isSetUp);
  const state = platform.stores().keyValues['state'];
  const cutOver = objectOf(state)['cutOver'];
  if (typeof cutOver === 'number') return cutOver;
  return last === undefined ? null : Math.floor(last.startedAt / SECOND_MS) * SECOND_MS;
}

/** The time up to which the app reports its data as complete. */
function completeUntil({ platform }: Sandbox): number {
  const { state, overview } = platform.stores().keyValues;
  const candidates = [overview, state].map((each) => objectOf(each)['completeUntil']);
  return candidates.find((each) => typeof each === 'number') ?? 0;
}

/** The earliest start for which the app's import was started: a plan alone imports nothing. */
function historyFrom({ platform }: Sandbox): { readonly historyFrom?: number } {
  const history = objectOf(objectOf(platform.stores().keyValues['state'])['history']);
  const { startedFrom } = history;
  return typeof startedFrom === 'number' ? { historyFrom: startedFrom } : {};
}

/** How many contacts injixo imported itself, and how many of these the app's import sent as well. */
function ownImport({ injixo }: Sandbox): { readonly ownImport: number; readonly twice: number } {
  const own = injixo.receipts.filter(isOwnImport);
  const left = new Map<string, number>();
  const keyOf = ({ queueName, timestamp }: Receipt): string => `${Date.parse(timestamp)} ${queueName}`;
  for (const receipt of own) left.set(keyOf(receipt), (left.get(keyOf(receipt)) ?? 0) + 1);
  let twice = 0;
  for (const receipt of injixo.receipts) {
    const still = left.get(keyOf(receipt)) ?? 0;
    if (isOwnImport(receipt) || still === 0) continue;
    left.set(keyOf(receipt), still - 1);
    twice += 1;
  }
  return { ownImport: own.length, twice };
}

function toDetail({
  problem,
  contactId,
  timestamp,
  expected,
  queueIdentifier,
}: Difference): ComparisonDetail {
  return {
    problem,
    contact: contactId ?? 'no contact',
    at: timestamp * SECOND_MS,
    queue: expected.join(' or ') || (queueIdentifier ?? ''),
  };
}

interface Judged {
  readonly comparison: Comparison;
  /** Contacts that injixo does not have, for any reason. */
  readonly missing: number;
  /** Those of them that the app holds. */
  readonly missingHeld: number;
  /** Contacts that the app holds, whether or not injixo has them. */
  readonly held: number;
  readonly toldComplete: number;
  readonly own: Pick<ComparisonLine, 'ownImport' | 'twice'>;
}

function toLine({ own, comparison, missing, missingHeld, held, toldComplete }: Judged): ComparisonLine {
  const isLost = ({ problem, timestamp }: Difference): boolean =>
    problem !== 'lost' || timestamp * SECOND_MS < toldComplete;
  const differences = comparison.details.filter(isLost);
  const lost = differences.filter(({ problem }) => problem === 'lost').length;
  return {
    contacts: comparison.contacts,
    inInjixo: comparison.contacts - missing,
    onTheWay: missing - missingHeld - lost,
    held,
    lost,
    doubled: comparison.doubled,
    wrongQueue: comparison.wrongQueue,
    ...own,
    details: differences.map(toDetail),
  };
}

/**
 * Compares injixo with Freshdesk since the installation. A missing contact is lost only if the app neither has it nor
 * reports that time as incomplete.
 */
export function compareNow(sandbox: Sandbox): ComparisonLine | null {
  const cutOver = installedAt(sandbox);
  if (cutOver === null || !sandbox.platform.isInstalled()) return null;
  const known = knownIds(sandbox.platform.stores());
  const ought = truth(sandbox.freshdesk.helpdesk, {
    cutOver,
    ...historyFrom(sandbox),
    namedWithinMs: NAMED_WITHIN_MS,
  });
  const receipts = sandbox.injixo.receipts.filter(
    (receipt) => receipt.at >= cutOver && !isOwnImport(receipt),
  );
  const missing = compare(ought, receipts).lost;
  const own = ownImport(sandbox);
  return toLine({
    own,
    comparison: compare(ought, receipts, { held: [...known.held, ...known.waiting] }),
    missing,
    missingHeld: missing - compare(ought, receipts, { held: known.held }).lost,
    held: known.held.length,
    toldComplete: completeUntil(sandbox),
  });
}

/** Ids of contacts that the app has and injixo may not have yet. */
interface KnownIds {
  /** In the outbox or in the in-flight batch. */
  readonly waiting: readonly string[];
  /** Held for a decision. */
  readonly held: readonly string[];
}

/** Reads the stores of the app that the design describes: `contacts`, `in_flight` and `held:<n>`. */
function knownIds({ entities, keyValues }: StoresSnapshot): KnownIds {
  const held = Object.entries(keyValues).filter(([key]) => key.startsWith('held:'));
  return {
    waiting: contactIdsIn([entities, keyValues['in_flight']]),
    held: contactIdsIn(held),
  };
}
