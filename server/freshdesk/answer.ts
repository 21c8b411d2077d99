/** Why Freshdesk did not answer a question; what it means is the caller's to decide. */
export type FreshdeskProblem =
  | { readonly kind: 'key refused' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not found' }
  | { readonly kind: 'throttled'; readonly retryAt: number }
  /** Any other 4xx: the request is not what Freshdesk takes. */
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer, a server error, or an answer that is not the API's. */
  | { readonly kind: 'unreachable' }
  /** Not asked: this run has used its share of the account's calls, or its time. */
  | { readonly kind: 'not asked' };

/** An answer with Freshdesk's own clock (ms) where it gave one, or a problem. */
export type FreshdeskAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly serverTime: number | null }
  | { readonly ok: false; readonly problem: FreshdeskProblem };
