/** A body that arrives in pieces, as Node.js streams give it. */
interface BodyStream {
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data', take: (text: string) => void): unknown;
  on(event: 'end' | 'error' | 'close', take: () => void): unknown;
  destroy(): unknown;
}

/** The request that a body belongs to: its time-out is the longest silence. */
interface OpenRequest {
  setTimeout(ms: number): unknown;
  on(event: 'timeout', take: () => void): unknown;
  destroy(): unknown;
}

/** An answer whose head is there. */
export interface StreamedAnswer {
  readonly data: unknown;
  readonly request?: unknown;
}

/** What is left of a call's time (ms); a clock that goes back gives no more than all of it. */
export function restOf(timeoutMs: number, startedAt: number, now: () => number): () => number {
  return () => Math.min(timeoutMs, startedAt + timeoutMs - now());
}

/**
 * The text of a body; null when it breaks, or is not there when the call's time is over, however slowly its bytes come: with
 * each of them the longest silence shrinks to what is left. The connection is closed then.
 */
export function readBody({ data, request }: StreamedAnswer, restMs: () => number): Promise<string | null> {
  const body = data as BodyStream;
  const open = request as OpenRequest;
  return new Promise((resolve) => {
    let text = '';
    const giveUp = (): void => {
      resolve(null);
      open.destroy();
      body.destroy();
    };
    const waitOn = (): void => {
      const rest = restMs();
      if (rest > 0) open.setTimeout(rest);
      else giveUp();
    };
    body.setEncoding('utf8');
    body.on('data', (piece) => {
      text += piece;
      waitOn();
    });
    body.on('end', () => {
      resolve(text);
      open.setTimeout(0);
    });
    for (const event of ['error', 'close'] as const) body.on(event, () => resolve(null));
    open.on('timeout', giveUp);
    waitOn();
  });
}
