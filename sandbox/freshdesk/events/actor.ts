import type { Agent } from '../model/people';
import { isoSeconds } from '../model/iso-seconds';

/** The author of a change: an agent, a customer, or Freshdesk itself (automations, purges). */
export type Actor =
  | { readonly kind: 'system' }
  | { readonly kind: 'agent'; readonly agent: Agent }
  | { readonly kind: 'requester'; readonly userId: number };

/** Freshdesk itself. */
export const SYSTEM: Actor = { kind: 'system' };

const SYSTEM_PAYLOAD = { id: 0, name: 'system', type: 'system' } as const;

const UNUSED = {
  sanitized_phone: null,
  company_id: null,
  org_contact_id: null,
  org_agent_id: null,
  last_seen_at: null,
  city: null,
  failed_login_count: 0,
  blocked_at: null,
  customer_id: null,
  state: null,
  parent_id: 0,
  description: null,
  job_title: null,
  tags: [],
  current_login_ip: '192.0.2.1',
  timezone: 'America/New_York',
  whitelisted: false,
  visitor_id: null,
  twitter_id: null,
  country: null,
  user_role: null,
  current_login_at: null,
  fb_profile_id: null,
  last_login_at: null,
  other_emails: [],
  account_id: 1_234_567,
  language: 'en',
  last_name: null,
  second_email: null,
  last_login_ip: null,
  other_company_ids: [],
  extn: null,
  login_count: 1,
  preferences: {},
  delta: true,
  external_id: null,
  address: null,
  blocked: false,
  import_id: null,
  posts_count: 0,
  mobile: null,
  deleted_at: null,
  time_zone: 'Eastern Time (US & Canada)',
  deleted: false,
  phone: null,
  unique_external_id: null,
  sanitized_mobile: null,
  active: true,
} as const;

const personPayload = (id: number, name: string, email: string): Record<string, unknown> => ({
  ...UNUSED,
  id,
  name,
  first_name: name,
  email,
  created_at: isoSeconds(0),
  updated_at: isoSeconds(0),
});

/**
 * The `actor` of an event. A customer's form is undocumented; it is assumed to be an agent's with `helpdesk_agent`
 * false.
 */
export const actorPayload = (actor: Actor): Record<string, unknown> => {
  if (actor.kind === 'system') {
    return { ...SYSTEM_PAYLOAD };
  }
  if (actor.kind === 'agent') {
    const { id, name, email } = actor.agent;
    return { ...personPayload(id, name, email), type: 'agent', helpdesk_agent: true, privileges: '1' };
  }
  const { userId } = actor;
  return {
    ...personPayload(userId, `Customer ${userId}`, customerEmail(userId)),
    type: 'contact',
    helpdesk_agent: false,
    privileges: '0',
  };
};

/** The address of a generated customer. */
export const customerEmail = (userId: number): string => `customer-${userId}@example.org`;

/** The `requester` of a ticket event. */
export const requesterPayload = (userId: number): Record<string, unknown> => ({
  id: userId,
  name: `Customer ${userId}`,
  email: customerEmail(userId),
  mobile: null,
  phone: null,
  language: 'en',
  created_at: isoSeconds(0),
});
