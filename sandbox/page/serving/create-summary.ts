import { compareNow } from '../comparison/compare-now';
import type { ComparisonLine, Summary } from '../views/summary';
import type { Stage } from './stage';

/** Makes the function that tells tabs how things stand; the comparison is made once for each change. */
export function createSummary(stage: Stage): () => Summary {
  let known: { readonly revision: number; readonly line: ComparisonLine | null } = {
    revision: -1,
    line: null,
  };
  const comparison = (): ComparisonLine | null => {
    const revision = stage.revision();
    if (known.revision !== revision) known = { revision, line: compareNow(stage.session().sandbox) };
    return known.line;
  };
  return () => {
    const { sandbox, seed, faults } = stage.session();
    return {
      now: sandbox.clock.now(),
      seed,
      sandbox: stage.resets(),
      hasDay: stage.hasDay,
      isInstalled: sandbox.platform.isInstalled(),
      isBusy: stage.isBusy(),
      revision: stage.revision(),
      moves: stage.moves(),
      comparison: comparison(),
      faults: faults
        .list()
        .filter(({ isOn }) => isOn)
        .map(({ area, label }) => `${area}: ${label.toLowerCase()}`),
    };
  };
}
