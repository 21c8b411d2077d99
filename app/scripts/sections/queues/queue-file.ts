import type { QueuesAnswer, Queue } from '../../../../server/page-contract';
import type { CsvContent } from '../csv-button.ts';
import type { Cell } from '../csv.ts';
import type { PageParts } from '../page-parts.ts';

const HEADS = [
  'queues.name',
  'queues.identifier',
  'queues.channel',
  'queues.today',
  'queues.days7',
  'queues.days28',
  'queues.last',
] as const;

function rowOf(queue: Queue, { speaker, format }: PageParts): readonly Cell[] {
  const { name, identifier, channel, today, days7, days28, lastAt, trend } = queue;
  const last = lastAt === null ? speaker.say('queues.never') : format().moment(lastAt);
  return [name, identifier, speaker.sayCode('channel', channel), today, days7, days28, last, ...trend];
}

/** These queues for a spreadsheet: what the table shows, and each day that a trend is drawn of. */
export function queueFile(
  queues: readonly Queue[],
  days: QueuesAnswer['days'],
  parts: PageParts,
): CsvContent {
  const { say } = parts.speaker;
  const { zone, dayOf } = parts.format();
  const today = dayOf(parts.now());
  return {
    name: `queues-${today}`,
    title: `${say('tab.queues')}: ${today} (${zone})`,
    rows: [[...HEADS.map((key) => say(key)), ...days], ...queues.map((queue) => rowOf(queue, parts))],
  };
}
