/** Behaviour that the documentation leaves open or that varies; tests set it. */
export interface FreshdeskSettings {
  /** The answer to viewing a ticket in the trash; sources disagree. */
  trashView: '200' | '403' | '404';
  /** The format of `choices` in the source and group fields. */
  choicesShape: 'label-to-id' | 'id-to-label' | 'pairs' | 'objects';
  /** The answer of `/roles` to an administrator. */
  rolesAnswer: 'list' | 'forbidden' | 'empty' | 'localised';
  /** Rows by which pages of tickets and conversations are shorter than asked for, although others follow. */
  rowsShort: number;
  /** Ticket lists show the state of this long ago. */
  staleListMs: number;
  /** The delay of the search index. */
  searchLagMs: number;
  /** How far the `Date` header is ahead of the clock. */
  clockSkewMs: number;
  /** The duration of a call. */
  latencyMs: number;
}

/** An account that behaves as documented. */
export const defaultSettings = (): FreshdeskSettings => ({
  trashView: '200',
  choicesShape: 'label-to-id',
  rolesAnswer: 'list',
  rowsShort: 0,
  staleListMs: 0,
  searchLagMs: 120_000,
  clockSkewMs: 0,
  latencyMs: 120,
});
