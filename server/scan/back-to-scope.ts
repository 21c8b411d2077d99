import type { ScanState } from './scan-state';

/** The scan as it was when the key last saw all tickets: what it checked since may have lacked some. */
export function backToScope<T extends { readonly scan: ScanState; readonly checkedUntil: number }>(
  state: T,
): T {
  const { scan } = state;
  const until = scan.checkedAtScope;
  return {
    ...state,
    checkedUntil: Math.min(state.checkedUntil, until),
    scan: {
      ...scan,
      live: null,
      spam: null,
      deleted: null,
      spamUntil: Math.min(scan.spamUntil, until),
      deletedUntil: Math.min(scan.deletedUntil, until),
      scopeSeenAt: 0,
    },
  };
}
