import type { Group } from '../model/people';
import { isoSeconds } from '../model/iso-seconds';
import { isAdmin } from './access';
import type { Endpoint } from './endpoint';
import { pageOf, readPaging } from './paging';
import { ACCESS_DENIED, NOT_FOUND } from './refusals';

const LOCALISED_ROLES: Readonly<Record<string, string>> = {
  'Account Administrator': 'Kontoadministrator',
  Administrator: 'Systemverwalter',
  Supervisor: 'Leitung',
  Agent: 'Sachbearbeitung',
};

const groupJson = ({ id, name, createdAt, updatedAt }: Group): Record<string, unknown> => ({
  id,
  name,
  description: null,
  escalate_to: null,
  unassigned_for: null,
  business_hour_id: null,
  group_type: 'support_agent_group',
  created_at: isoSeconds(createdAt),
  updated_at: isoSeconds(updatedAt),
});

/** `GET /api/v2/groups`, for administrators */
export const listGroups: Endpoint = ({ helpdesk, limits }, request) => {
  if (!isAdmin(request.caller)) {
    return ACCESS_DENIED;
  }
  const paged = readPaging(request.query, limits.maxPerPage);
  if ('refusal' in paged) {
    return paged.refusal;
  }
  const groups = [...helpdesk.groups.values()].filter(({ deletedAt }) => deletedAt === null);
  const { rows, headers } = pageOf(request, paged.paging, groups);
  return { status: 200, headers, body: rows.map(groupJson) };
};

/** `GET /api/v2/groups/{id}`, for administrators */
export const viewGroup: Endpoint = ({ helpdesk }, request) => {
  if (!isAdmin(request.caller)) {
    return ACCESS_DENIED;
  }
  const group = helpdesk.groups.get(Number(request.params['id']));
  return group === undefined || group.deletedAt !== null
    ? NOT_FOUND
    : { status: 200, body: groupJson(group) };
};

/** `GET /api/v2/agents/me`, for every agent */
export const viewOwnAgent: Endpoint = ({ helpdesk }, { caller }) => ({
  status: 200,
  body: {
    id: caller.id,
    available: true,
    occasional: false,
    signature: null,
    ticket_scope: caller.ticketScope,
    role_ids: helpdesk.roles.filter(({ name }) => name === caller.role).map(({ id }) => id),
    group_ids: [...caller.groupIds],
    skill_ids: [],
    type: 'support_agent',
    created_at: isoSeconds(0),
    updated_at: isoSeconds(0),
    contact: {
      active: caller.isActive,
      email: caller.email,
      name: caller.name,
      language: 'en',
      time_zone: helpdesk.account.timezone,
    },
  },
});

/** `GET /api/v2/roles`, for administrators */
export const listRoles: Endpoint = ({ helpdesk, settings }, { caller }) => {
  if (!isAdmin(caller) || settings.rolesAnswer === 'forbidden') {
    return ACCESS_DENIED;
  }
  const roles = settings.rolesAnswer === 'empty' ? [] : helpdesk.roles;
  const nameOf = (name: string): string =>
    settings.rolesAnswer === 'localised' ? (LOCALISED_ROLES[name] ?? name) : name;
  return {
    status: 200,
    body: roles.map(({ id, name, isDefault }) => ({
      id,
      name: nameOf(name),
      description: '',
      default: isDefault,
      agent_type: 1,
      created_at: isoSeconds(0),
      updated_at: isoSeconds(0),
    })),
  };
};

/** `GET /api/v2/account`, for administrators */
export const viewAccount: Endpoint = ({ helpdesk }, { caller }) => {
  const { id, name, domain, timezone } = helpdesk.account;
  return isAdmin(caller)
    ? {
        status: 200,
        body: {
          organisation_id: 1,
          organisation_name: name,
          account_id: id,
          account_name: name,
          account_domain: domain,
          hipaa_compliant: false,
          total_agents: { full_time: helpdesk.agents.size, occasional: 0 },
          timezone,
          data_center: 'US',
          tier_type: 'Paid',
        },
      }
    : ACCESS_DENIED;
};

/** `GET /api/v2/settings/helpdesk`, for administrators */
export const viewHelpdeskSettings: Endpoint = ({ helpdesk }, { caller }) =>
  isAdmin(caller)
    ? {
        status: 200,
        body: {
          primary_language: helpdesk.account.language,
          supported_languages: [],
          portal_languages: [],
        },
      }
    : ACCESS_DENIED;
