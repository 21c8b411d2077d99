import type { Sandbox } from '../../create-sandbox';
import { compare } from '../../oracle/compare';
import type { Comparison, Difference } from '../../oracle/comparison';
import { isOwnImport } from '../../injixo/own-import';
import type { Receipt } from '../../injixo/source-queues';
import type { EventRecorder } from '../event-recorder';
import type { ComparisonDetail, ComparisonLine } from '../serving/summary';
import { appClaims, knownIds } from './app-claims';
import { expectedNow, type Expected } from './expected-now';

const SECOND_MS = 1000;

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
  readonly expected: Expected;
  /** Contacts that injixo does not have, for any reason. */
  readonly missing: number;
  /** Those of them that the app holds. */
  readonly missingHeld: number;
}

function toLine(
  { comparison, expected, missing, missingHeld }: Judged,
  others: Pick<ComparisonLine, 'held' | 'untold' | 'ownImport' | 'twice'>,
): ComparisonLine {
  const differences = comparison.details.filter(
    (difference) => difference.problem !== 'lost' || expected.isPromised(difference),
  );
  const lost = differences.filter(({ problem }) => problem === 'lost').length;
  return {
    contacts: comparison.contacts,
    inInjixo: comparison.contacts - missing,
    onTheWay: missing - missingHeld - lost,
    lost,
    doubled: comparison.doubled,
    wrongQueue: comparison.wrongQueue,
    ...others,
    details: differences.map(toDetail),
  };
}

/**
 * Compares injixo with Freshdesk since the installation, by the way in which the app runs. A missing contact is lost only if the
 * app neither has it nor reports that time as incomplete.
 */
export function compareNow(sandbox: Sandbox, { told }: Pick<EventRecorder, 'told'>): ComparisonLine | null {
  const claims = appClaims(sandbox);
  if (claims === null) return null;
  const known = knownIds(sandbox.platform.stores());
  const expected = expectedNow({ helpdesk: sandbox.freshdesk.helpdesk, told }, claims);
  const receipts = sandbox.injixo.receipts.filter(
    (receipt) => receipt.at >= claims.cutOver && !isOwnImport(receipt),
  );
  const { contacts } = expected;
  const missing = compare(contacts, receipts).lost;
  const judged = {
    expected,
    comparison: compare(contacts, receipts, { held: [...known.held, ...known.waiting] }),
    missing,
    missingHeld: missing - compare(contacts, receipts, { held: known.held }).lost,
  };
  const untold = compare(expected.untold, receipts).lost;
  return toLine(judged, { held: known.held.length, untold, ...ownImport(sandbox) });
}
