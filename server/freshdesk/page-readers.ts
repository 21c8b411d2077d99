import type { FreshdeskAnswer, FreshdeskGet } from './client';
import { listConversations, type ListConversations } from './conversations';
import { listPageAt, type Cursor } from './ticket-list-cursor';
import type { TicketPage } from './tickets';
import { noteUnreadable, type RowNoter } from './unreadable';

/** The reading of lists in one run: whoever reads them this way passes over no row in silence. */
export interface PageReaders {
  /** Reads the page at a cursor; notes the rows that cannot be read. One call, charged as three. */
  readPage(cursor: Cursor): Promise<FreshdeskAnswer<TicketPage>>;
  /** Reads a page of a ticket's conversations; notes the rows that cannot be read. One call. */
  readonly listConversations: ListConversations;
}

/** The readers of a run. */
export function createPageReaders(run: RowNoter, get: FreshdeskGet): PageReaders {
  const noted = <T extends Pick<TicketPage, 'unreadable'>>(
    answer: FreshdeskAnswer<T>,
  ): FreshdeskAnswer<T> => {
    if (answer.ok) noteUnreadable(run, answer.value.unreadable);
    return answer;
  };
  return {
    readPage: async (cursor) => noted(await listPageAt(get, cursor)),
    listConversations: async (ticketId, page) => noted(await listConversations(get, ticketId, page)),
  };
}
