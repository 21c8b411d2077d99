import type { InjixoView } from '../contract';
import { element } from '../../browser/dom/element';
import { table } from '../../browser/dom/table';
import { numberWords } from '../../browser/dom/words';

const NONE = 'No source queues yet. They appear with the first contact that injixo takes.';

/** The source queues, with what each has counted. */
export function queueTable({ queues, offered }: InjixoView): readonly Node[] {
  const title = element('h3', { text: 'Source queues' });
  if (queues.length === 0) return [title, element('p', { class: 'empty', text: NONE })];
  const rows = queues.map((queue) => [
    queue.name,
    element('code', { text: queue.identifier }),
    queue.channel,
    numberWords(queue.offered),
  ]);
  const total = [
    element('strong', { text: 'Total' }),
    '',
    '',
    element('strong', { text: numberWords(offered) }),
  ];
  return [title, table('Source queues', ['Name', 'Identifier', 'Channel', 'Offered'], [...rows, total], [3])];
}
