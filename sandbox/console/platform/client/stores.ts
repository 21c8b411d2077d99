import type { StoresView } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton } from '../../browser/dom/form';
import { showDone } from '../../browser/dom/toast';
import { countWords, momentWords, numberWords } from '../../browser/dom/words';
import { send } from '../../browser/live/api';
import { liveView, type LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { lazyDetails, jsonBlock } from './lazy-details';

type Schedule = StoresView['schedules'][number];

function schedule({ name, at, repeat, data }: Schedule): HTMLElement {
  const fire = actionButton(
    'Fire now',
    async () => {
      const { run, outcome } = await send<{ run: number; outcome: string }>('platform/fire', { name });
      showDone(`${name} fired: run ${run}, ${outcome}.`);
    },
    { 'data-key': `fire-${name}` },
  );
  const words = [element('strong', { text: name }), `next ${momentWords(at)}, ${repeat}`];
  return lazyDetails(`schedule-${name}`, words, () =>
    Promise.resolve([element('div', { class: 'row' }, fire), jsonBlock(data)]),
  );
}

function keyValue({ key, bytes, value }: StoresView['keyValues'][number]): HTMLElement {
  const words = [
    element('strong', { text: key }),
    element('span', { class: 'muted', text: `${numberWords(bytes)} bytes` }),
  ];
  return lazyDetails(`kv-${key}`, words, () => Promise.resolve([jsonBlock(value)]));
}

function entity({ name, records }: StoresView['entities'][number]): HTMLElement {
  const words = [
    element('strong', { text: name }),
    element('span', { class: 'muted', text: countWords(records.length, 'record') }),
  ];
  return lazyDetails(`entity-${name}`, words, () => Promise.resolve(records.slice(0, 100).map(jsonBlock)));
}

function section(title: string, lines: readonly HTMLElement[]): readonly HTMLElement[] {
  const empty = element('p', { class: 'empty', text: 'Empty.' });
  return [
    element('h3', { text: title }),
    lines.length === 0 ? empty : element('div', { class: 'lines' }, ...lines),
  ];
}

/** The app's data on the platform. */
export function createStores(panel: HTMLElement, summaries: Summaries): LiveView {
  return liveView<StoresView>({
    into: panel,
    path: () => 'platform/stores',
    render: ({ keyValues, entities, schedules }) => [
      ...section('Entity store', entities.map(entity)),
      ...section('Key-value store', keyValues.map(keyValue)),
      ...section('Schedules', schedules.map(schedule)),
    ],
    summaries,
  });
}
