/** A timestamp in Freshdesk's form: UTC, whole seconds. */
export const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The same for a timestamp that may be null. */
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoSeconds(ms));
