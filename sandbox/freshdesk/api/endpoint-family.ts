/** Kinds of calls, for counters, costs and faults. */
const ENDPOINT_FAMILIES = [
  'list',
  'view',
  'archived',
  'conversations',
  'fields',
  'groups',
  'agents',
  'roles',
  'search',
  'account',
  'create',
  'notes',
  'other',
] as const;

/** A kind of call. */
export type EndpointFamily = (typeof ENDPOINT_FAMILIES)[number];

/** How often each kind was called. */
export type CallCounts = Record<EndpointFamily, number>;

/** All counts at zero. */
export const noCalls = (): CallCounts =>
  Object.fromEntries(ENDPOINT_FAMILIES.map((family) => [family, 0])) as CallCounts;
