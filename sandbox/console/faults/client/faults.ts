import type { FaultRow, FaultsView } from '../contract';
import { byId, element } from '../../browser/dom/element';
import { actionButton, attempt } from '../../browser/dom/form';
import { send } from '../../browser/live/api';
import { liveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';

const AREAS: readonly FaultRow['area'][] = ['injixo', 'Freshdesk', 'Platform'];

function fault({ id, label, words, isOn }: FaultRow): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    role: 'switch',
    id: `fault-${id}`,
    'data-key': `fault-${id}`,
    'aria-describedby': `words-${id}`,
    checked: isOn,
    onchange: () => void attempt(null, () => send('faults/turn', { id, isOn: box.checked })),
  });
  return element(
    'div',
    { class: isOn ? 'fault on' : 'fault' },
    box,
    element('label', { for: `fault-${id}`, text: label }),
    element('span', { class: 'fault-state', text: isOn ? 'on' : 'off' }),
    element('small', { id: `words-${id}`, text: words }),
  );
}

function group(area: string, faults: readonly FaultRow[]): HTMLElement {
  const title = element('legend', { text: area });
  return element('fieldset', {}, title, ...faults.filter((each) => each.area === area).map(fault));
}

/** Switches for all faults. */
export function showFaults(summaries: Summaries): void {
  const into = element('div', { class: 'faults' });
  byId('faults').append(
    into,
    element(
      'div',
      { class: 'row' },
      actionButton('All off', () => send('faults/clear')),
    ),
  );
  liveView<FaultsView>({
    into,
    path: () => 'faults',
    render: ({ faults }) => AREAS.map((area) => group(area, faults)),
    summaries,
  });
}
