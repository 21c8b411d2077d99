import type { Conversation } from '../../sandbox/freshdesk/model/conversation';
import type { Ticket } from '../../sandbox/freshdesk/model/ticket';
import { latestVersion } from '../../sandbox/freshdesk/model/ticket-versions';
import { askOverview } from './ask-page';
import { startStory, type Story, type StoryOptions } from './story';

/** The recipient of alerts in these stories. */
export const ADDRESS = 'anna@acme.example';

const TAG = 'injixo-connect-alert';

/** A story whose settings include an alert address. */
export function startAlertStory(options: StoryOptions = {}): Promise<Story> {
  return startStory({ ...options, settings: { alert_email: ADDRESS, ...options.settings } });
}

/** The current state of the tickets that the app created. */
export function alertTickets(story: Story): readonly Ticket[] {
  const tickets = [...story.freshdesk.helpdesk.tickets.values()].map(latestVersion);
  return tickets.filter((ticket) => ticket?.tags.includes(TAG)).flatMap((ticket) => ticket ?? []);
}

/** The app's notes on a ticket of its own, oldest first. */
export function alertNotes(story: Story, ticketId: number): readonly Conversation[] {
  const all = [...story.freshdesk.helpdesk.conversations.values()];
  return all.filter((each) => each.ticketId === ticketId && each.text !== null);
}

/** The texts of all notes of the app. */
export function noteTexts(story: Story): readonly string[] {
  return alertTickets(story).flatMap(({ id }) => alertNotes(story, id).map(({ text }) => text ?? ''));
}

/** Makes injixo refuse the app's key; resolves to a function that repairs it. */
export function refuseKey(story: Story): () => void {
  const newKey = story.injixo.account.generateKey(1234);
  return () => story.change({ injixo_api_key: newKey });
}

/** The alert in the overview. */
export async function askAlert(story: Story): Promise<unknown> {
  return (await askOverview(story))['alert'];
}
