/** A fault that can be turned on. */
export interface FaultRow {
  readonly id: string;
  readonly area: 'injixo' | 'Freshdesk' | 'Platform';
  readonly label: string;
  /** A description in one sentence. */
  readonly words: string;
  readonly isOn: boolean;
}

/** The fault board. */
export interface FaultsView {
  readonly faults: readonly FaultRow[];
}
