import { byId, element } from '../../browser/dom/element';
import { createTabs, type Tab } from '../../browser/dom/tabs';
import type { LiveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';
import { createEvents } from './events';
import { createLimits } from './limits';
import { createLog } from './log';
import { createRuns } from './runs';
import { createStores } from './stores';

const VIEWS: readonly (readonly [string, string, (panel: HTMLElement, summaries: Summaries) => LiveView])[] =
  [
    ['runs', 'Runs', createRuns],
    ['events', 'Events', createEvents],
    ['stores', 'Stores', createStores],
    ['limits', 'Limits', createLimits],
    ['log', 'Log', createLog],
  ];

/** The events that the platform delivered to the app, and what the app did. */
export function showPlatform(summaries: Summaries): void {
  const tabs = VIEWS.map(([id, label, create]): Tab => {
    const panel = element('div');
    const view = create(panel, summaries);
    return { id, label, panel, onShow: () => view.refresh() };
  });
  createTabs(byId('platform'), 'Platform', tabs);
}
