import type { Helpdesk } from '../model/helpdesk';
import type { Answer } from '../../support/stand-in/answer';
import type { ApiRequest } from './api-request';
import type { FreshdeskLimits } from './limits';
import type { FreshdeskSettings } from './settings';

/** What an endpoint answers from. */
export interface ApiWorld {
  readonly helpdesk: Helpdesk;
  readonly limits: FreshdeskLimits;
  readonly settings: FreshdeskSettings;
}

/** Answers a call that got past faults, limits and the key. */
export type Endpoint = (world: ApiWorld, request: ApiRequest) => Answer;

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

/** Nothing called yet. */
export const noCalls = (): CallCounts =>
  Object.fromEntries(ENDPOINT_FAMILIES.map((family) => [family, 0])) as CallCounts;
