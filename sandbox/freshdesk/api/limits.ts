import type { EndpointFamily } from './endpoint-family';

/** Credits per minute of each plan (of `hourly`, an older account: per hour): in total, for the ticket list, for new tickets. */
export const PLANS = {
  trial: { totalPerMinute: 50, listPerMinute: 50, createPerMinute: 50 },
  growth: { totalPerMinute: 200, listPerMinute: 20, createPerMinute: 80 },
  pro: { totalPerMinute: 400, listPerMinute: 100, createPerMinute: 160 },
  enterprise: { totalPerMinute: 700, listPerMinute: 200, createPerMinute: 280 },
  hourly: { totalPerMinute: 3_000, listPerMinute: 3_000, createPerMinute: 3_000 },
} as const;

/** A Freshdesk plan. */
export type Plan = keyof typeof PLANS;

/** The limits of the API; tests may change them. */
export interface FreshdeskLimits {
  totalPerMinute: number;
  listPerMinute: number;
  createPerMinute: number;
  /** True: the three limits above are those of an hour, and are refilled at once when the clock's hour begins. */
  isHourly: boolean;
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
  isHourly: plan === 'hourly',
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
