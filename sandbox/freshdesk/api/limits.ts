import type { EndpointFamily } from './endpoint-family';

/** Credits per minute of each plan: in total, for the ticket list, for new tickets. */
export const PLANS = {
  trial: { totalPerMinute: 50, listPerMinute: 50, createPerMinute: 50 },
  growth: { totalPerMinute: 200, listPerMinute: 20, createPerMinute: 80 },
  pro: { totalPerMinute: 400, listPerMinute: 100, createPerMinute: 160 },
  enterprise: { totalPerMinute: 700, listPerMinute: 200, createPerMinute: 280 },
} as const;

/** A Freshdesk plan. */
export type Plan = keyof typeof PLANS;

/** The limits of the API; tests may change them. */
export interface FreshdeskLimits {
  totalPerMinute: number;
  listPerMinute: number;
  createPerMinute: number;
  maxPerPage: number;
  maxListPages: number;
  maxSearchPages: number;
  /** Credits that each `include` adds to a ticket list. */
  listIncludeCost: number;
  /** Credits that each `include` adds to the view of a ticket. */
  viewIncludeCost: number;
}

/** The documented limits of a plan. */
export const limitsOfPlan = (plan: Plan): FreshdeskLimits => ({
  ...PLANS[plan],
  maxPerPage: 100,
  maxListPages: 300,
  maxSearchPages: 10,
  listIncludeCost: 2,
  viewIncludeCost: 1,
});

/** The credits of a call: one, plus those of each `include`. */
export const costOfCall = (
  family: EndpointFamily,
  query: URLSearchParams,
  limits: FreshdeskLimits,
): number => {
  const includes = (query.get('include') ?? '').split(',').filter((name) => name !== '').length;
  if (family === 'list') {
    return 1 + includes * limits.listIncludeCost;
  }
  return family === 'view' ? 1 + includes * limits.viewIncludeCost : 1;
};
