import { element } from '../../dom/element.ts';
import type { DifferenceAnswer } from '../../../../server/page-contract';
import type { PageParts } from '../page-parts.ts';
import { card, line, table } from './cards.ts';

/** What Freshdesk's own reports leave out of its lists, with a number where the lists tell; nothing before they were read. */
export function analyticsCard(
  { unassigned, spam }: DifferenceAnswer,
  parts: PageParts,
): readonly HTMLElement[] {
  if (unassigned === null) return [];
  const { say } = parts.speaker;
  const { count } = parts.format();
  const rows = [
    line(say('difference.analytics.unassigned'), count(unassigned)),
    line(say('difference.analytics.spam'), count(spam)),
    line(say('difference.analytics.merged'), count(null)),
  ];
  const intro = element('p', { text: say('difference.analytics.intro') });
  return [card(say('difference.analytics'), intro, table(rows, parts))];
}
