/** Something that can be made to go wrong. */
export interface FaultRow {
  readonly id: string;
  readonly area: 'injixo' | 'Freshdesk' | 'Platform';
  readonly label: string;
  /** What it means, in one sentence. */
  readonly words: string;
  readonly isOn: boolean;
}

/** The fault board. */
export interface FaultsView {
  readonly faults: readonly FaultRow[];
}
