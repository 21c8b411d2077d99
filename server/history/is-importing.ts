import type { HistoryView } from './history-view';

/** True while the import is under way or about to be: runs between the ticks are worth having then. */
export function isImporting(view: HistoryView | null): boolean {
  return view?.state === 'running' || view?.state === 'planned';
}
