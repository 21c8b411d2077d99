import type { Sandbox } from '../../create-sandbox';
import { compareNow } from '../comparison/compare-now';
import type { ComparisonLine, Summary } from './summary';
import type { SessionHost } from './session-host';

/** The app tells times in the account's zone, which it can ask for with a Freshdesk key only. */
function wayOf({ freshdesk, platform }: Sandbox): Pick<Summary, 'hasFreshdeskKey' | 'pageZone'> {
  const hasFreshdeskKey = (platform.settings()['freshdesk_api_key'] ?? '') !== '';
  return { hasFreshdeskKey, pageZone: hasFreshdeskKey ? freshdesk.helpdesk.account.timezone : 'UTC' };
}

/** Creates the function that returns the summary for the tabs; it compares once per change. */
export function createSummary(sessions: SessionHost): () => Summary {
  let known: { readonly revision: number; readonly line: ComparisonLine | null } = {
    revision: -1,
    line: null,
  };
  const comparison = (): ComparisonLine | null => {
    const revision = sessions.revision();
    if (known.revision === revision) return known.line;
    const { sandbox, events } = sessions.session();
    known = { revision, line: compareNow(sandbox, events) };
    return known.line;
  };
  return () => {
    const { sandbox, seed, faults } = sessions.session();
    return {
      now: sandbox.clock.now(),
      seed,
      sandbox: sessions.resets(),
      hasDay: sessions.hasDay,
      isInstalled: sandbox.platform.isInstalled(),
      isBusy: sessions.isBusy(),
      passing: sessions.passing(),
      ...wayOf(sandbox),
      revision: sessions.revision(),
      moves: sessions.moves(),
      comparison: comparison(),
      faults: faults
        .list()
        .filter(({ isOn }) => isOn)
        .map(({ area, label }) => `${area}: ${label.toLowerCase()}`),
    };
  };
}
