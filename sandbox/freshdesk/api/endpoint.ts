import type { Helpdesk } from '../model/helpdesk';
import type { Answer } from '../../support/stand-in/answer';
import type { ApiRequest } from './api-request';
import type { FreshdeskLimits } from './limits';
import type { FreshdeskSettings } from './settings';

/** The data that endpoints answer from. */
export interface ApiWorld {
  readonly helpdesk: Helpdesk;
  readonly limits: FreshdeskLimits;
  readonly settings: FreshdeskSettings;
}

/** Answers a call that has passed faults, limits and the key check. */
export type Endpoint = (world: ApiWorld, request: ApiRequest) => Answer;
