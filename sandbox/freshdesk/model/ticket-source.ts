/** The ticket sources that the sandbox uses, by name. */
export const TICKET_SOURCE = {
  email: 1,
  portal: 2,
  phone: 3,
  chat: 7,
  outboundEmail: 10,
  whatsapp: 13,
  internalTask: 14,
  webForm: 16,
} as const;

/** Freshdesk's default ticket sources with their English labels. */
export const SOURCE_LABELS: Readonly<Record<number, string>> = {
  1: 'Email',
  2: 'Portal',
  3: 'Phone',
  4: 'Forum',
  5: 'Twitter',
  6: 'Facebook',
  7: 'Chat',
  8: 'MobiHelp',
  9: 'Feedback Widget',
  10: 'Outbound Email',
  11: 'Ecommerce',
  12: 'Bot',
  13: 'Whatsapp',
  14: 'Chat - Internal Task',
  15: 'Web Chat',
  16: 'Web Form',
  17: 'Instagram Message',
  18: 'Instagram Comment',
  19: 'Facebook Message',
  20: 'Facebook Comment',
  21: 'Mobile Chat SDK',
  22: 'SMS',
};

/** Sources whose tickets start with a message that Freshdesk repeats as the first conversation. */
export const CHAT_SOURCES: ReadonlySet<number> = new Set([7, 12, 13, 15, 17, 19, 21, 22]);
