/** Behaviour that documentation leaves open, and slow change of the world; tests set it. */
export interface FreshdeskSettings {
  /** How the view of a ticket in the trash answers; sources disagree. */
  trashView: '200' | '403' | '404';
  /** How `choices` of the source and group fields are written. */
  choicesShape: 'label-to-id' | 'id-to-label' | 'pairs' | 'objects';
  /** What `/roles` tells an administrator. */
  rolesAnswer: 'list' | 'forbidden' | 'empty' | 'localised';
  /** Ticket lists show the state of that long ago. */
  staleListMs: number;
  /** The search index is that far behind. */
  searchLagMs: number;
  /** How far the `Date` header is ahead of the clock. */
  clockSkewMs: number;
  /** How long a call takes. */
  latencyMs: number;
}

/** An account that behaves as documented. */
export const defaultSettings = (): FreshdeskSettings => ({
  trashView: '200',
  choicesShape: 'label-to-id',
  rolesAnswer: 'list',
  staleListMs: 0,
  searchLagMs: 120_000,
  clockSkewMs: 0,
  latencyMs: 120,
});
