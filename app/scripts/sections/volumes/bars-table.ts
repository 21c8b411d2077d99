import { element } from '../../dom/element.ts';
import type { Speaker } from '../../language/speak.ts';
import type { PageParts } from '../page-parts.ts';
import type { Bar } from './bars.ts';

/** The remark on a bar besides its number. */
function noteOf({ gap, repaired, atLeast }: Bar, { say }: Speaker): string {
  const notes = [
    ...(atLeast ? [say('volumes.at_least')] : []),
    ...(repaired > 0 ? [say('volumes.bar.repaired', { count: repaired })] : []),
    ...(gap === null ? [] : [say(gap === 'after' ? 'volumes.gap.after' : 'volumes.gap.before')]),
  ];
  return notes.join(' · ');
}

/** Describes a bar. */
export function barWords(bar: Bar, speaker: Speaker): string {
  const { label, count } = bar;
  const note = noteOf(bar, speaker);
  return [speaker.say('volumes.bar', { label, count }), note].filter(Boolean).join(' · ');
}

/** The count of a bar, as "at least" where not everything is counted. */
function countOf({ count, atLeast }: Bar, parts: PageParts): string {
  const text = parts.format().count(count);
  return atLeast ? parts.speaker.say('volumes.count.at_least', { count: text }) : text;
}

/** The chart as an accessible table, without the bars that are empty and have no remark. */
export function barsTable(bars: readonly Bar[], parts: PageParts): HTMLElement {
  const { speaker } = parts;
  const { say } = speaker;
  const rows = bars
    .filter(({ count, repaired, atLeast }) => count > 0 || repaired > 0 || atLeast)
    .map((bar) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row', text: bar.label }),
        element('td', { class: 'number', text: countOf(bar, parts) }),
        element('td', { text: noteOf(bar, speaker) }),
      ),
    );
  const heads = [say('volumes.table.time'), say('volumes.table.count'), say('volumes.table.note')];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', text })));
  const table = element(
    'table',
    { class: 'table' },
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  return element(
    'details',
    { class: 'as-table' },
    element('summary', { text: say('volumes.table') }),
    element('div', { class: 'scroll' }, table),
  );
}
