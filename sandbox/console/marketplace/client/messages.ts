/** A message of a frame to the page around it. */
export interface FrameMessage {
  readonly kind: 'notify';
  readonly type: string;
  readonly text: string;
}

/** A message of the page to a frame: activation, another time, or another group of the frame's ticket; and the current time. */
export interface PageMessage {
  readonly kind: 'activated' | 'time' | 'ticket.groupChanged';
  readonly now: number;
}
