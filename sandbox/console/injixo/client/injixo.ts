import type { InjixoView } from '../contract';
import { byId, element } from '../../browser/dom/element';
import { createTabs } from '../../browser/dom/tabs';
import { liveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { createIntegrations } from './integrations';
import { queueTable } from './queue-table';
import { createVolumes } from './volumes';

/** Volumes and source queues as a planner sees them, and the set-up of integrations. */
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
