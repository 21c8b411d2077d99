import type { Helpdesk } from '../model/helpdesk';
import { isAdmin } from './access';
import type { Endpoint } from './endpoint';
import { ACCESS_DENIED, NOT_FOUND } from './refusals';
import type { FreshdeskSettings } from './settings';

type LabelAndId = readonly [label: string, id: number];

const SHAPES: Readonly<Record<FreshdeskSettings['choicesShape'], (pairs: readonly LabelAndId[]) => unknown>> =
  {
    'label-to-id': (pairs) => Object.fromEntries(pairs),
    'id-to-label': (pairs) => Object.fromEntries(pairs.map(([label, id]) => [String(id), label])),
    pairs: (pairs) => pairs,
    objects: (pairs) => pairs.map(([label, id]) => ({ id, label, value: label })),
  };

const sources = (helpdesk: Helpdesk): readonly LabelAndId[] =>
  [...helpdesk.sources].map(([id, label]) => [label, id]);

const groups = (helpdesk: Helpdesk): readonly LabelAndId[] =>
  [...helpdesk.groups.values()]
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, name }) => [name, id]);

const STATUSES = {
  2: ['Open', 'Being Processed'],
  3: ['Pending', 'Awaiting your Reply'],
  4: ['Resolved', 'This ticket has been Resolved'],
  5: ['Closed', 'This ticket has been Closed'],
};

const FIRST_FIELD_ID = 67_000_800_001;

const fieldsOf = (helpdesk: Helpdesk, shape: FreshdeskSettings['choicesShape']) => {
  const write = SHAPES[shape];
  return [
    { name: 'subject', label: 'Subject' },
    { name: 'ticket_type', label: 'Type', choices: ['Question', 'Problem'] },
    { name: 'source', label: 'Source', choices: write(sources(helpdesk)) },
    { name: 'status', label: 'Status', choices: STATUSES },
    { name: 'priority', label: 'Priority', choices: { Low: 1, Medium: 2, High: 3, Urgent: 4 } },
    { name: 'group', label: 'Group', choices: write(groups(helpdesk)) },
    { name: 'agent', label: 'Agent', choices: {} },
  ].map((field, index) => ({
    id: FIRST_FIELD_ID + index,
    type: `default_${field.name}`,
    default: true,
    position: index + 1,
    ...field,
  }));
};

/** `GET /api/v2/ticket_fields`, for every agent: names of sources and groups in one call */
export const listTicketFields: Endpoint = ({ helpdesk, settings }, request) => {
  const type = request.query.get('type');
  const fields = fieldsOf(helpdesk, settings.choicesShape);
  return { status: 200, body: type === null ? fields : fields.filter((field) => field.type === type) };
};

/** `GET /api/v2/admin/ticket_fields`, for administrators: without choices */
export const listAdminTicketFields: Endpoint = ({ helpdesk }, { caller }) =>
  isAdmin(caller)
    ? {
        status: 200,
        body: fieldsOf(helpdesk, 'objects').map(({ id, name, label, type, position }) => ({
          id,
          name,
          label,
          type,
          default: true,
          position,
        })),
      }
    : ACCESS_DENIED;

/** `GET /api/v2/admin/ticket_fields/{id}`, for administrators: one field with its choices */
export const viewAdminTicketField: Endpoint = ({ helpdesk }, request) => {
  if (!isAdmin(request.caller)) {
    return ACCESS_DENIED;
  }
  const field = fieldsOf(helpdesk, 'objects').find(({ id }) => id === Number(request.params['id']));
  return field === undefined ? NOT_FOUND : { status: 200, body: field };
};
