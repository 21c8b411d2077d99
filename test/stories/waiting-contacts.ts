import { INJIXO_HOST } from '../../sandbox/create-sandbox';
import { SECOND, type Story } from './story';

const REPLY_AFTER = 3;

/**
 * Tickets of one group, one every five seconds, every third with a customer's reply: `count` contacts that are not sent
 * yet. Returns their ids in chronological order.
 */
export async function addContacts(
  story: Story,
  count: number,
  groupName = 'CustomerService',
): Promise<readonly string[]> {
  const { actions, helpdesk } = story.freshdesk;
  const known = [...helpdesk.groups.values()].find(({ name }) => name === groupName);
  const group = known ?? actions.createGroup(groupName);
  const ids: string[] = [];
  let ticketId = 0;
  while (ids.length < count) {
    if (ids.length % REPLY_AFTER === REPLY_AFTER - 1) {
      const reply = actions.customerReply(ticketId, { channel: 'email' });
      ids.push(`reply:${reply?.id ?? 0}`);
    } else {
      ticketId = actions.createTicket({ groupId: group.id }).id;
      ids.push(`ticket:${ticketId}`);
    }
    await story.platform.advance(5 * SECOND);
  }
  return ids;
}

/** The app's requests to injixo since the log was cleared: the status of each answer, null for none. */
export function injixoAnswers(story: Story): readonly (number | null)[] {
  return story.network
    .requests()
    .filter(({ host }) => host === INJIXO_HOST)
    .map(({ status }) => status);
}

/** The number of contacts in each accepted batch, in order. */
export function batchSizes(story: Story): readonly number[] {
  const sizes: number[] = [];
  for (const { batch } of story.injixo.receipts) sizes[batch - 1] = (sizes[batch - 1] ?? 0) + 1;
  return sizes;
}
