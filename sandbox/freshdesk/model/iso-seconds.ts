/** A moment as Freshdesk writes it: UTC, whole seconds. */
export const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The same for a moment that may not have come. */
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoSeconds(ms));
