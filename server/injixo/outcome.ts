/** What an answer of injixo, or its absence, means for the contacts of a batch; all but the first and the last: not one was taken. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'request refused'; readonly code: RefusedCode }
  /** One contact of the batch, at least, is not what injixo takes. */
  | { readonly kind: 'contacts refused' }
  | { readonly kind: 'too large' }
  /** `retryAt` in ms; null: injixo did not say. */
  | { readonly kind: 'throttled'; readonly retryAt: number | null }
  | { readonly kind: 'not taken'; readonly code: 'injixo_down' | 'injixo_unreachable' }
  | { readonly kind: 'unclear'; readonly code: UnclearCode };

/** Why injixo does not take requests of this app. */
export type RefusedCode = 'injixo_key' | 'injixo_integration' | 'injixo_refuses';

/** Why nobody can know whether injixo took a batch. */
export type UnclearCode = 'connection_broken' | 'unclear_answer' | 'run_ended';

/** What came back from a POST, before anything is concluded. */
export type RawAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: unknown; readonly body: string }
  /** Nothing was sent: refused, no such host, certificate, or a TLS handshake that never finished. */
  | { readonly kind: 'not sent' }
  /** The connection broke or timed out after the request was on its way. */
  | { readonly kind: 'broken' };
