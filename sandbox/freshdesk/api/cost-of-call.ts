import type { EndpointFamily } from './endpoint-family';
import type { FreshdeskLimits } from './limits';

/** What a call costs: one credit, and more for each `include`. */
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
