import type { ScanState } from './scan-state';

/** The scan as it was when the key last saw all tickets: what it checked since may have lacked some. */
export function backToScope<T extends { readonly scan: ScanState; readonly checkedUntil: number }>(
  state: T,
): T {
  const { scan } = state;
  const { live, spam, deleted, deep } = scan.checkedAtScope;
  return {
    ...state,
    checkedUntil: Math.min(state.checkedUntil, live),
    scan: {
      ...scan,
      live: null,
      spam: null,
      deleted: null,
      deep: null,
      spamUntil: Math.min(scan.spamUntil, spam),
      deletedUntil: Math.min(scan.deletedUntil, deleted),
      deepUntil: Math.min(scan.deepUntil, deep),
      scopeSeenAt: 0,
    },
  };
}
