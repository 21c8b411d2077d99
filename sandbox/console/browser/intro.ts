import { byId } from './dom/element';
import type { Summaries } from './live/summaries';

const WHAT =
  'You see a Freshdesk, an injixo and the Freshworks platform, all simulated on this machine; the app that connects them is the real package.';
const TRY =
  'Create a ticket in Freshdesk and let ten minutes pass: the contact appears in injixo. Then turn a fault on, go on working, turn it off again, and see in the line above that nothing is lost or doubled.';
const SET_UP =
  'Nothing is set up yet: add an integration in injixo and generate its key, then install the app in Freshdesk. Create a ticket after that and let ten minutes pass: the contact appears in injixo.';

/** Three sentences for first-time visitors. */
export function showIntro(summaries: Summaries): void {
  summaries.listen(({ isInstalled }) => {
    byId('intro').textContent = `${WHAT} ${isInstalled ? TRY : SET_UP}`;
  });
}
