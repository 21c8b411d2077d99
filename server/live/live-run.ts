import type { FreshdeskSession } from '../freshdesk/session';
import type { Ledger } from '../ledger/ledger';
import type { LedgerReader } from '../ledger/open-oldest';
import type { FactsBook } from '../naming/facts-book';
import type { NamingRun } from '../naming/name-contacts';
import type { NamedContact, Origin } from '../naming/named-contact';
import type { ToldChats } from '../naming/told-chats';
import type { SettlingRun } from '../outbox/settle-without-sending';
import type { RunBudget } from '../platform/run-budget';
import type { RunStore } from '../platform/run-store';
import type { HeldState } from '../sending/sending-state';
import type { Way } from '../setup/settings';
import type { OwnSlice } from '../values/slice';

/** What delivering contacts needs of a run. */
export interface LiveRun extends NamingRun, SettlingRun, LedgerReader {
  readonly store: RunStore;
  readonly ledger: Ledger;
  readonly budget: RunBudget;
  readonly session: FreshdeskSession;
  readonly way: Way;
  readonly book: FactsBook;
  readonly chats: ToldChats;
  readonly held: OwnSlice<HeldState>;
  /** When the app was installed (ms); false: that is a guess. */
  readonly cutOver: number;
  readonly isCutOverKnown: boolean;
  /** Sends named contacts in batches; contacts that are not sent keep their records. */
  send(contacts: readonly NamedContact[], origin: Origin): Promise<void>;
  /** Writes the state; `more`: operations that follow. @ops 1 */
  save(more: number): Promise<void>;
}
