import type { Conversation } from './conversation';
import { decideConversation } from './counting-rules';
import { SOURCE, resolveReplySource } from './sources';

const PLAIN: Conversation = {
  id: 9,
  ticketId: 412,
  createdAt: 1_793_882_713_000,
  incoming: true,
  private: false,
  source: 0,
  supportEmail: false,
  toEmails: false,
  userId: null,
};
const MAILBOX = { ...PLAIN, supportEmail: true, toEmails: true };
const CHAT = 7;
const OWN_OF_ACCOUNT = 1001;

function ownSource(conversation: Conversation): number | null {
  const { contact } = decideConversation(conversation);
  if (contact === null) throw new Error('A customer reply is a contact');
  return contact.source;
}

it.each([
  ['a tweet', { ...PLAIN, source: 5 }, CHAT, SOURCE.TWITTER],
  ['a Facebook post', { ...PLAIN, source: 7 }, SOURCE.EMAIL, SOURCE.FACEBOOK],
  ['a phone call', { ...PLAIN, source: 9 }, SOURCE.EMAIL, SOURCE.PHONE],
  ['a MobiHelp message', { ...PLAIN, source: 10 }, SOURCE.EMAIL, SOURCE.MOBIHELP],
  ['an ecommerce message', { ...PLAIN, source: 11 }, SOURCE.EMAIL, SOURCE.ECOMMERCE],
  ['a phone call that names a mailbox', { ...MAILBOX, source: 9 }, CHAT, SOURCE.PHONE],
  ['an e-mail on a chat', MAILBOX, CHAT, SOURCE.EMAIL],
  ['a reply with a mailbox but no recipient', { ...MAILBOX, toEmails: false }, CHAT, CHAT],
  ['a reply with a recipient but no mailbox', { ...MAILBOX, supportEmail: false }, CHAT, CHAT],
  ['the answer to an outbound e-mail', PLAIN, SOURCE.OUTBOUND_EMAIL, SOURCE.EMAIL],
  ['a tweet on an outbound e-mail', { ...PLAIN, source: 5 }, SOURCE.OUTBOUND_EMAIL, SOURCE.TWITTER],
  ['a chat reply on a chat', PLAIN, CHAT, CHAT],
  ['a reply on a ticket of the account’s own source', PLAIN, OWN_OF_ACCOUNT, OWN_OF_ACCOUNT],
  ['a conversation code that nobody documented', { ...PLAIN, source: 99 }, CHAT, CHAT],
])('%s has one source', (_case, signs, ticketSource, source) => {
  expect(resolveReplySource(ownSource(signs), ticketSource)).toBe(source);
});

it('a reply without signs has no source of its own', () => {
  expect(ownSource(PLAIN)).toBeNull();
  expect(ownSource(MAILBOX)).toBe(SOURCE.EMAIL);
});
