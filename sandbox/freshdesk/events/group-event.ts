import type { Helpdesk, ProductEvent } from '../model/helpdesk';
import { isoSeconds } from '../model/iso-seconds';
import type { Group } from '../model/people';
import { actorPayload } from './actor';
import type { Actor } from './actor';

/** No sample of a group's event is published: the keys are those of the API's groups, with the account's id. */
const groupPayload = (helpdesk: Helpdesk, group: Group): Record<string, unknown> => ({
  id: group.id,
  account_id: helpdesk.account.id,
  name: group.name,
  description: null,
  escalate_to: null,
  unassigned_for: null,
  business_calendar_id: null,
  ticket_assign_type: 0,
  created_at: isoSeconds(group.createdAt),
  updated_at: isoSeconds(group.updatedAt),
});

/** A group was created. */
export const groupCreated = (helpdesk: Helpdesk, group: Group, actor: Actor): ProductEvent => ({
  name: 'onGroupCreate',
  data: { group: groupPayload(helpdesk, group), actor: actorPayload(actor) },
});

/** A group got another name; the payload has the new one. */
export const groupRenamed = (
  helpdesk: Helpdesk,
  group: Group,
  { before, actor }: { readonly before: string; readonly actor: Actor },
): ProductEvent => ({
  name: 'onGroupUpdate',
  data: {
    group: groupPayload(helpdesk, group),
    changes: { name: [before, group.name] },
    actor: actorPayload(actor),
  },
});

/** A group was deleted. */
export const groupDeleted = (helpdesk: Helpdesk, group: Group, actor: Actor): ProductEvent => ({
  name: 'onGroupDelete',
  data: { group: groupPayload(helpdesk, group), actor: actorPayload(actor) },
});
