import { byId, element } from '../../browser/dom/element';
import { createTabs } from '../../browser/dom/tabs';
import type { Summaries } from '../../browser/live/summaries';
import { createAppPage } from './app-page';
import { createHelpdesk } from './helpdesk';
import { createFrame } from './frame';

/** The helpdesk, the app's own page in it, and the marketplace. */
export function showFreshdesk(summaries: Summaries): void {
  const helpdesk = element('div');
  const app = element('div');
  const marketplace = element('div');
  const helpdeskView = createHelpdesk(helpdesk, summaries);
  const appPage = createAppPage(app, summaries);
  createInstallation(marketplace, summaries);
  createTabs(byId('freshdesk'), 'Freshdesk', [
    { id: 'helpdesk', label: 'Helpdesk', panel: helpdesk, onShow: helpdeskView.refresh },
    { id: 'app', label: 'The app’s page', panel: app, onShow: appPage.open },
    { id: 'marketplace', label: 'Installation', panel: marketplace },
  ]);
}

/** The marketplace's install page and the settings, framed as on the platform. */
function createInstallation(panel: HTMLElement, summaries: Summaries): void {
  const frame = createFrame('The app in the Freshworks marketplace');
  const trail = element('p', { class: 'trail', text: 'Freshworks Marketplace > injixo Connect' });
  panel.append(trail, frame);
  summaries.listen(({ isInstalled, sandbox }, before) => {
    if (before?.isInstalled !== isInstalled || before.sandbox !== sandbox) frame.src = '/install/';
  });
}
