import type { LogRow } from '../contract';
import { element } from '../../browser/dom/element';
import { select } from '../../browser/dom/form';
import { table } from '../../browser/dom/table';
import { momentWords } from '../../browser/dom/words';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';

const LEVELS = [
  { value: '', label: 'all levels' },
  ...['debug', 'info', 'warn', 'error'].map((value) => ({ value, label: value })),
];

const CLASSES: Readonly<Record<string, string>> = { error: 'badge bad', warn: 'badge warn' };

/** Lines that the app logged. */
export function logTable(lines: readonly LogRow[]): HTMLElement {
  const rows = lines.map(({ at, level, text, invocation }) => [
    momentWords(at),
    element('span', { class: CLASSES[level] ?? 'badge', text: level }),
    element('code', { class: 'logged', text }),
    String(invocation),
  ]);
  return table('Log', ['When', 'Level', 'Line', 'Run'], rows, [3]);
}

/** The app's log, newest line first. */
export function createLog(panel: HTMLElement, summaries: Summaries): LiveView {
  const list = element('div');
  const level = select('log-level', LEVELS, { label: 'Level' });
  panel.append(element('div', { class: 'row' }, level), list);
  const live = liveView<readonly LogRow[]>({
    into: list,
    path: () => `platform/log?level=${level.value}`,
    render: (lines) =>
      lines.length === 0
        ? [element('p', { class: 'empty', text: 'Nothing was logged.' })]
        : [logTable(lines)],
    summaries,
  });
  level.addEventListener('change', () => live.refresh());
  return live;
}
