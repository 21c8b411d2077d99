import type { Sandbox } from '../../create-sandbox';
import { contactIdsIn } from '../../oracle/contact-ids';
import type { StoresSnapshot } from '../../platform/platform';
import { objectOf } from '../../support/json-value';

const SECOND_MS = 1000;

/** What the app says of itself, read from its stores. Milliseconds since 1970. */
export interface AppClaims {
  /** The moment of installation. */
  readonly cutOver: number;
  /** Since when a Freshdesk key lets it check events; null: it counts live only. */
  readonly checkedFrom: number | null;
  /** Up to here it calls its data complete. */
  readonly completeUntil: number;
  /** The earliest start for which its import was started: a plan alone imports nothing. */
  readonly historyFrom: number | null;
  readonly isHistoryDone: boolean;
}

function timeIn(value: unknown, name: string): number | null {
  const time = objectOf(value)[name];
  return typeof time === 'number' ? time : null;
}

function cutOverOf({ platform }: Sandbox): number | null {
  const last = platform
    .invocations()
    .findLast(({ event, outcome }) => event === 'onAppInstall' && outcome === 'done');
  const known = timeIn(platform.stores().keyValues['state'], 'cutOver');
  return known ?? (last === undefined ? null : Math.floor(last.startedAt / SECOND_MS) * SECOND_MS);
}

/** What the first run will say. */
function firstState({ platform }: Sandbox, cutOver: number): object {
  const hasKey = (platform.settings()['freshdesk_api_key'] ?? '') !== '';
  return { checkedFrom: hasKey ? cutOver : null };
}

/** What the app says now; null before its installation. */
export function appClaims(sandbox: Sandbox): AppClaims | null {
  const cutOver = cutOverOf(sandbox);
  if (cutOver === null || !sandbox.platform.isInstalled()) return null;
  const { state = firstState(sandbox, cutOver), overview } = sandbox.platform.stores().keyValues;
  const history = objectOf(state)['history'];
  return {
    cutOver,
    checkedFrom: timeIn(state, 'checkedFrom'),
    completeUntil: timeIn(overview, 'completeUntil') ?? timeIn(state, 'completeUntil') ?? 0,
    historyFrom: timeIn(history, 'startedFrom'),
    isHistoryDone: objectOf(history)['state'] === 'done',
  };
}

/** Ids of contacts that the app has and injixo may not have yet. */
export interface KnownIds {
  /** In the outbox, in the in-flight batch, or waiting for a name or for the facts of their ticket. */
  readonly waiting: readonly string[];
  /** Held for a decision. */
  readonly held: readonly string[];
}

const KINDS = ['ticket', 'reply', 'unknown'] as const;

/** Contacts under `waiting:<n>`: their parts with points between them, kind and id first, numbers in base 36. */
function packedIds(value: unknown): readonly string[] {
  const packed = objectOf(value)['contacts'];
  if (typeof packed !== 'string' || packed === '') return [];
  return packed.split(',').map((contact) => {
    const [kind = '', id = ''] = contact.split('.');
    return `${KINDS[Number(kind)] ?? 'left_out'}:${parseInt(id, 36)}`;
  });
}

/** Reads the stores of the app that the design describes: `contacts`, `in_flight`, `waiting:<n>` and `held:<n>`. */
export function knownIds({ entities, keyValues }: StoresSnapshot): KnownIds {
  const under = (prefix: string): readonly unknown[] =>
    Object.entries(keyValues).flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []));
  return {
    waiting: [
      ...contactIdsIn([entities, keyValues['in_flight']]),
      ...under('waiting:').flatMap((value) => packedIds(value)),
    ],
    held: contactIdsIn(under('held:')),
  };
}
