/** Told apart with the common kinds of colour blindness too; each has a contrast of 3 to 1 with white at least. */
export const QUEUE_COLORS = ['#2c5cc5', '#c25700', '#00795b', '#8f4ec7', '#a33b7e', '#5a6872'] as const;

/** Gives queues their colours: one that is shown again has the colour that it had. */
export interface QueueColors {
  /** The colour of a queue beside those that are shown; null: every colour is in use. */
  choose(identifier: string, shown: readonly string[]): string | null;
  of(identifier: string): string;
}

/** The colour that a queue gets when it is free: the same at each visit. */
function firstPlace(identifier: string): number {
  return [...identifier].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 0);
}

/** Knows no queue at first. */
export function createQueueColors(): QueueColors {
  const given = new Map<string, string>();
  const of = (identifier: string): string => given.get(identifier) ?? QUEUE_COLORS[0];
  const choose = (identifier: string, shown: readonly string[]): string | null => {
    const taken = shown.filter((each) => each !== identifier).map(of);
    const start = firstPlace(identifier);
    const wanted = [...QUEUE_COLORS.keys()].map(
      (index) => QUEUE_COLORS[(start + index) % QUEUE_COLORS.length],
    );
    const color = [given.get(identifier), ...wanted].find(
      (each) => each !== undefined && !taken.includes(each),
    );
    if (color === undefined) return null;
    given.set(identifier, color);
    return color;
  };
  return { choose, of };
}
