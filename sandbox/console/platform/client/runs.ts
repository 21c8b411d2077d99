import type { RunDetail, RunRow, RunsView } from '../contract';
import { element } from '../../browser/dom/element';
import { select } from '../../browser/dom/form';
import { table } from '../../browser/dom/table';
import { countWords, momentWords, numberWords } from '../../browser/dom/words';
import { load } from '../../browser/live/api';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { lazyDetails, jsonBlock } from './lazy-details';
import { logTable } from './log';

const KINDS = [
  { value: 'all', label: 'everything' },
  { value: 'runs', label: 'scheduled runs' },
  { value: 'events', label: 'events' },
  { value: 'others', label: 'set-up and page' },
];

function steps({ steps: all }: RunDetail): readonly HTMLElement[] {
  if (all.length === 0) return [element('p', { class: 'muted', text: 'It called nothing.' })];
  const rows = all.map(({ afterMs, label, result }) => [`${numberWords(afterMs)} ms`, label, result]);
  return [table('Calls of this run', ['After', 'Call', 'Result'], rows, [0])];
}

async function inside(id: number): Promise<readonly Node[]> {
  const run = await load<RunDetail>(`platform/runs/${id}`);
  return [
    ...(run.error === '' ? [] : [element('p', { class: 'problem', text: run.error })]),
    ...steps(run),
    ...(run.log.length === 0 ? [] : [element('h4', { text: 'Logged' }), logTable(run.log)]),
    ...(run.rendered === null ? [] : [element('h4', { text: 'Answered' }), jsonBlock(run.rendered)]),
  ];
}

function row({ id, at, event, outcome, durationMs, calls }: RunRow): HTMLElement {
  const badge = element('span', { class: outcome === 'done' ? 'badge good' : 'badge bad', text: outcome });
  const words = [
    element('time', { text: momentWords(at) }),
    element('strong', { text: event }),
    badge,
    element('span', { class: 'muted', text: `${numberWords(durationMs)} ms: ${calls}` }),
  ];
  return lazyDetails(`run-${id}`, words, () => inside(id));
}

/** Every invocation of the app with its steps. */
export function createRuns(panel: HTMLElement, summaries: Summaries): LiveView {
  const list = element('div');
  const kind = select('run-kind', KINDS, { label: 'Which runs', value: 'runs' });
  panel.append(
    element('div', { class: 'row' }, element('label', { for: kind.id, text: 'Show' }), kind),
    list,
  );
  const live = liveView<RunsView>({
    into: list,
    path: () => `platform/runs?kind=${kind.value}`,
    render: ({ runs, invocations }) => [
      element('p', {
        class: 'muted',
        text: `${countWords(invocations, 'invocation')} so far; the newest first.`,
      }),
      element('div', { class: 'lines' }, ...runs.map(row)),
    ],
    summaries,
  });
  kind.addEventListener('change', () => live.refresh());
  return live;
}
