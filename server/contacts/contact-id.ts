/** The number behind the colon of a contact id: a ticket's, or a conversation's. */
export function idOf(contactId: string): number {
  return Number(contactId.slice(contactId.indexOf(':') + 1));
}

/** True for the contact id of a customer reply. */
export function isReplyId(contactId: string): boolean {
  return contactId.startsWith('reply:');
}
