import { byId, element } from '../../browser/dom/element';
import { createTabs } from '../../browser/dom/tabs';
import type { Summaries } from '../../browser/live/summaries';
import { createAppPage } from './app-page';
import { createHelpdesk } from './helpdesk';
import { createInstallation } from './installation';

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
