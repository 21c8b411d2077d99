import type { ReceiptRow } from '../contract';
import { element } from '../../browser/dom/element';
import { actionButton } from '../../browser/dom/form';
import { table } from '../../browser/dom/table';
import { countWords, momentWords, timeWords } from '../../browser/dom/words';
import { liveView } from '../../browser/live/live-view';
import type { Summaries } from '../../browser/live/summaries';

/** The bar whose receipts are shown. */
export interface ReceiptsOf {
  readonly interval: string;
  readonly start: number;
  readonly end: number;
  /** Identifier of a queue; empty for all. */
  readonly queue: string;
}

function cells({ timestamp, queue, channel, handled, takenAt, batch }: ReceiptRow): readonly string[] {
  const at = Date.parse(timestamp);
  return [momentWords(at), queue, channel, handled ? 'yes' : 'no', momentWords(takenAt), String(batch)];
}

/** The receipts of the bar that was opened last. */
export function createReceipts(summaries: Summaries): {
  readonly element: HTMLElement;
  open(bar: ReceiptsOf): void;
} {
  const panel = element('div', { class: 'receipts', 'aria-live': 'polite' });
  let shown: ReceiptsOf | null = null;
  const close = (): void => {
    shown = null;
    live.refresh();
  };
  const render = (rows: readonly ReceiptRow[]): readonly Node[] => {
    const from = shown === null ? '' : `${momentWords(shown.start).slice(0, -3)} to ${timeWords(shown.end)}`;
    const headings = ['Happened', 'Queue', 'Channel', 'Handled', 'Taken by injixo', 'Batch'];
    return [
      element(
        'div',
        { class: 'row spread' },
        element('h3', { text: `${countWords(rows.length, 'receipt')}, ${from}` }),
        actionButton('Close receipts', () => Promise.resolve(close()), { class: 'quiet' }),
      ),
      table('Receipts', headings, rows.map(cells), [5]),
    ];
  };
  const live = liveView<readonly ReceiptRow[]>({
    into: panel,
    path: () =>
      shown === null
        ? null
        : `injixo/receipts?${new URLSearchParams({ interval: shown.interval, start: String(shown.start), queue: shown.queue }).toString()}`,
    render,
    summaries,
  });
  summaries.listen(({ sandbox }, before) => {
    if (before !== null && before.sandbox !== sandbox) close();
  });
  return {
    element: panel,
    open: (bar) => {
      shown = bar;
      live.refresh();
    },
  };
}
