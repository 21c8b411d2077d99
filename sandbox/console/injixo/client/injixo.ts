import type { InjixoView } from '../contract';
import { byId, element } from '../../browser/dom/element';
import { createTabs } from '../../browser/dom/tabs';
import { liveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { createIntegrations } from './integrations';
import { createVolumes } from './volumes';
import { table } from '../../browser/dom/table';
import { numberWords } from '../../browser/dom/words';

/** Volumes and source queues for planners, and the set-up of integrations. */
export function showInjixo(summaries: Summaries): void {
  const planning = element('div');
  const queues = element('div');
  const integrations = element('div');
  const volumes = createVolumes(planning, summaries);
  planning.append(queues);
  const queueView = liveView<InjixoView>({
    into: queues,
    path: () => 'injixo',
    render: queueTable,
    summaries,
  });
  const integrationView = createIntegrations(integrations, summaries);
  createTabs(byId('injixo'), 'injixo', [
    {
      id: 'planning',
      label: 'Volumes and queues',
      panel: planning,
      onShow: () => {
        volumes.refresh();
        queueView.refresh();
      },
    },
    { id: 'integrations', label: 'Integrations', panel: integrations, onShow: integrationView.refresh },
  ]);
}

const NONE = 'No source queues yet. They appear with the first contact that injixo takes.';

/** The source queues with their counts. */
function queueTable({ queues, offered }: InjixoView): readonly Node[] {
  const title = element('h3', { text: 'Source queues' });
  if (queues.length === 0) return [title, element('p', { class: 'empty', text: NONE })];
  const rows = queues.map((queue) => [
    queue.isOwn
      ? element('span', {}, `${queue.name} `, element('span', { class: 'badge', text: 'imported by injixo' }))
      : queue.name,
    element('code', { text: queue.identifier }),
    queue.channel,
    numberWords(queue.offered),
  ]);
  const total = [
    element('strong', { text: 'Total' }),
    '',
    '',
    element('strong', { text: numberWords(offered) }),
  ];
  return [title, table('Source queues', ['Name', 'Identifier', 'Channel', 'Offered'], [...rows, total], [3])];
}
