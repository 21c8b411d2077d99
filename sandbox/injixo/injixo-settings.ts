/** Limits, and behaviour that injixo's documentation leaves open; tests set them. */
export interface InjixoSettings {
  maxContacts: number;
  maxBytes: number;
  successStatus: number;
  /** The answer to an empty `data` array with a valid key. */
  emptyStatus: 200 | 400 | 422;
  /** Whether a key without `meta.integrationConfigurationId` is refused (422). */
  isIntegrationIdRequired: boolean;
  /** The answer to the key of a deleted integration. */
  deletedStatus: 401 | 404;
  /** The duration of a call. */
  latencyMs: number;
  /** How far the `Date` header is ahead of the clock. */
  clockSkewMs: number;
}

/** injixo as the app assumes it to be. */
export const defaultInjixoSettings = (): InjixoSettings => ({
  maxContacts: 200,
  maxBytes: 90_000,
  successStatus: 200,
  emptyStatus: 200,
  isIntegrationIdRequired: false,
  deletedStatus: 404,
  latencyMs: 120,
  clockSkewMs: 0,
});
