import type { Conversation } from '../contacts/conversation';
import type { FreshdeskProblem } from '../freshdesk/client';

/** One page of a ticket's conversations. */
export interface PageRead {
  readonly page: number;
  readonly conversations: readonly Conversation[];
  readonly isLast: boolean;
}

/** The pages of a ticket that were read, and why no more were; null: they are all, or the run's calls are used. */
export interface PagesRead {
  readonly pages: readonly PageRead[];
  readonly problem: FreshdeskProblem | null;
}

/** Conversations of the rows to come: they are read while the rows before them are named and sent. */
export interface ReadAhead {
  /** Reads a ticket's conversations once there is a place, in the order in which tickets are given. */
  begin(ticketId: number, read: () => Promise<PagesRead>): void;
  has(ticketId: number): boolean;
  /** Takes out what was read; null: that was not begun, and neither is any ticket after it in this run. */
  take(ticketId: number): Promise<PagesRead | null>;
  /** Begins no more. */
  stop(): void;
  /** Begins no more, and waits for what is under way: nothing is left running. Never rejects. */
  end(): Promise<void>;
}

/** Turns in the order in which they are asked for. */
interface Turns {
  /** Resolves when it is this one's turn; false: there are no more turns. */
  wait(): Promise<boolean>;
  /** Ends a turn. */
  end(): void;
  stop(): void;
}

/** At most `width()` turns at once, and none any more once `mayBegin()` was false; both are asked for each turn. */
function createTurns(mayBegin: () => boolean, width: () => number): Turns {
  const waiting: ((isTurn: boolean) => void)[] = [];
  let running = 0;
  let isStopped = false;
  const give = (): void => {
    isStopped ||= !mayBegin();
    while (waiting.length > 0 && (isStopped || running < width())) {
      running += 1;
      waiting.shift()?.(!isStopped);
    }
  };
  return {
    wait() {
      const turn = new Promise<boolean>((take) => waiting.push(take));
      give();
      return turn;
    },
    end() {
      running -= 1;
      give();
    },
    stop() {
      isStopped = true;
      give();
    },
  };
}

/** Reads at most `width()` tickets at once, as long as `mayBegin()`; both are asked for each ticket. */
export function createReadAhead(mayBegin: () => boolean, width: () => number): ReadAhead {
  const turns = createTurns(mayBegin, width);
  const results = new Map<number, Promise<PagesRead | null>>();
  const readInTurn = async (read: () => Promise<PagesRead>): Promise<PagesRead | null> => {
    try {
      return (await turns.wait()) ? await read() : null;
    } finally {
      turns.end();
    }
  };
  return {
    begin(ticketId, read) {
      const result = readInTurn(read);
      // Whoever takes it hears of a failure; it must not count as unhandled before.
      result.catch(() => undefined);
      results.set(ticketId, result);
    },
    has: (ticketId) => results.has(ticketId),
    async take(ticketId) {
      const result = (await results.get(ticketId)) ?? null;
      results.delete(ticketId);
      return result;
    },
    stop: () => turns.stop(),
    async end() {
      turns.stop();
      await Promise.allSettled(results.values());
    },
  };
}
