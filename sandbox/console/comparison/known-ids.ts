import type { StoresSnapshot } from '../../platform/platform';
import { contactIdsIn } from '../../oracle/contact-ids';

/** Contact ids that the app has and injixo may not have yet. */
export interface KnownIds {
  /** In the outbox, or in the batch that is being sent. */
  readonly waiting: readonly string[];
  /** Held until a person decides. */
  readonly held: readonly string[];
}

/** Reads the app's stores as far as the design describes them: `contacts`, `in_flight` and `held:<n>`. */
export function knownIds({ entities, keyValues }: StoresSnapshot): KnownIds {
  const held = Object.entries(keyValues).filter(([key]) => key.startsWith('held:'));
  return {
    waiting: contactIdsIn([entities, keyValues['in_flight']]),
    held: contactIdsIn(held),
  };
}
