/** One line of the printed day. */
export interface Line {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly who: string;
  readonly text: string;
}

const WHO_WIDTH = 11;
const APP_MARK = '  > ';
const TIME_WIDTH = 7;

/** `08:02  customer   e-mails Sales`; lines of the app are indented further. */
export function formatLine({ at, who, text }: Line): string {
  const time = new Date(at).toISOString().slice(11, 16);
  const actor = who === 'app' ? `${APP_MARK}app` : who;
  return `${time}  ${actor.padEnd(WHO_WIDTH)}${text}`;
}

/** The outcome, below the line it belongs to. */
export function formatOutcome(text: string): string {
  return `${' '.repeat(TIME_WIDTH + WHO_WIDTH)}${text}`;
}

/** Replaces `{word}` by ticket numbers. */
export function fillIn(sentence: string, tickets: ReadonlyMap<string, number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, word: string) => `#${tickets.get(word) ?? '?'}`);
}
