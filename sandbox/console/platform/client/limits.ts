import type { LimitRow, LimitsView } from '../contract';
import { element } from '../../browser/dom/element';
import { table } from '../../browser/dom/table';
import { momentWords, numberWords } from '../../browser/dom/words';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';

function cells({ name, used, limit, unit, refused }: LimitRow): readonly (Node | string)[] {
  const meter = element('meter', { min: 0, max: limit, high: limit * 0.9, value: used, 'aria-label': name });
  return [name, `${numberWords(used)} of ${numberWords(limit)}`, meter, unit, numberWords(refused)];
}

function violations({ violations: all }: LimitsView): readonly HTMLElement[] {
  const title = element('h3', { text: 'Violations' });
  if (all.length === 0) {
    return [
      title,
      element('p', { class: 'empty', text: 'None: the app did nothing that the documentation forbids.' }),
    ];
  }
  const rows = all.slice(-100).map(({ at, text, invocation }) => [momentWords(at), text, String(invocation)]);
  return [title, table('Violations', ['When', 'What', 'Run'], rows, [2])];
}

/** The usage of the limits of the platform and of Freshdesk. */
export function createLimits(panel: HTMLElement, summaries: Summaries): LiveView {
  return liveView<LimitsView>({
    into: panel,
    path: () => 'platform/limits',
    render: (view) => [
      table('Limits', ['Limit', 'Used', 'Share', 'Counted as', 'Refused'], view.limits.map(cells), [1, 4]),
      ...violations(view),
    ],
    summaries,
  });
}
