import type { Summary } from '../serving/summary';
import { byId } from './dom/element';
import type { Summaries } from './live/summaries';

const WHAT =
  'You see a Freshdesk, an injixo and the Freshworks platform, all simulated on this machine; the app that connects them is the real package.';
const SET_UP =
  'Nothing is set up yet: add an integration in injixo and generate its API key, then install the app in Freshdesk with that key alone. Create a ticket and let ten minutes pass: the contact appears in injixo.';
const TRY =
  'Create a ticket in Freshdesk and let ten minutes pass: the contact appears in injixo. Then turn a fault on, continue working, turn it off again, and see in the line above that nothing is lost or doubled.';
const LIVE =
  'The app runs with the injixo API key alone (live only): a contact of a group that it does not know yet waits until its name is learned from a ticket’s page or entered. Enter a Freshdesk API key under Installation, and the app reads the names, finds contacts without an event, and shows up to when the data is complete.';
const CHECKED =
  'The app runs with a Freshdesk API key as well (checked). Remove that key under Installation, and it counts live only, from Freshworks’ events.';

function nextWords({ isInstalled, hasFreshdeskKey }: Summary): readonly string[] {
  return isInstalled ? [TRY, hasFreshdeskKey ? CHECKED : LIVE] : [SET_UP];
}

/** A few sentences for first-time visitors, by what is set up. */
export function showIntro(summaries: Summaries): void {
  summaries.listen((summary) => {
    byId('intro').textContent = [WHAT, ...nextWords(summary)].join(' ');
  });
}
