import { asyncPlace } from '../async-place.ts';
import { button } from '../../dom/button.ts';
import { element } from '../../dom/element.ts';
import { drawIfChanged } from '../../dom/replace.ts';
import type { ActivityEntry, Overview } from '../../../../server/page-contract';
import type { PageParts, Section } from '../page-parts.ts';
import { entryWords, toneOf, type EntryTone } from './activity-words.ts';
import { drawStrip } from './strip.ts';
import { cellsOf } from './strip-cells.ts';

const MARKS: Readonly<Record<EntryTone, string>> = { failed: '✕', ok: '✓', unknown: '•' };

function entryLine(entry: ActivityEntry, { speaker, format }: PageParts): HTMLElement {
  const tone = toneOf(entry);
  return element(
    'li',
    {},
    element('span', { class: `mark mark-${tone}`, 'aria-hidden': 'true', text: MARKS[tone] }),
    element(
      'div',
      {},
      element('span', { class: 'muted', text: format().moment(entry.at) }),
      ' ',
      entryWords(entry, speaker),
    ),
  );
}

/** The entries, the newest first. */
function list(entries: readonly ActivityEntry[], parts: PageParts): HTMLElement {
  const sorted = [...entries].sort((one, other) => other.at - one.at);
  return element('ul', { class: 'checks happened' }, ...sorted.map((entry) => entryLine(entry, parts)));
}

/** Shows part after part, each on demand; the last is the newest. */
function earlier(place: HTMLElement, parts: number, page: PageParts): void {
  if (parts === 0) return place.replaceChildren();
  const content = element('div');
  const rest = element('div');
  const show = async (): Promise<void> => {
    await asyncPlace(content, page).load(
      () => page.server.getActivity(parts - 1),
      ({ entries }) => [list(entries, page)],
    );
    earlier(rest, parts - 1, page);
    more.remove();
  };
  const more = button(page.speaker.say('activity.more'), 'secondary', show, page.fault);
  place.replaceChildren(more, content, rest);
}

/** What happened in 30 days, and the last 24 hours as a picture. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const { say } = parts.speaker;
  const strip = element('section', { class: 'card strip-card' });
  const newest = element('div');
  const older = element('div', { class: 'earlier' });
  panel.replaceChildren(strip, element('p', { text: say('activity.intro') }), newest, older);
  return {
    update: ({ activity }: Overview) => {
      if (activity === undefined) return;
      const { zone } = parts.format();
      drawIfChanged(strip, { zone, cells: cellsOf(activity.strip, parts.now()) }, ({ cells }) =>
        drawStrip(cells, parts),
      );
      drawIfChanged(newest, { zone, entries: activity.entries }, ({ entries }) =>
        entries.length === 0
          ? [element('p', { class: 'empty', text: say('activity.empty') })]
          : [list(entries, parts)],
      );
      const count = String(activity.parts);
      if (older.dataset['parts'] !== count) earlier(older, activity.parts, parts);
      older.dataset['parts'] = count;
    },
  };
}
