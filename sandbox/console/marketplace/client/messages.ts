/** What a frame tells the page around it. */
export interface FrameMessage {
  readonly kind: 'notify';
  readonly type: string;
  readonly text: string;
}

/** What the page tells a frame: it was activated, and what the time is. */
export interface PageMessage {
  readonly kind: 'activated';
  readonly now: number;
}
