import type { ComparisonLine, Summary } from '../../serving/summary';
import { byId, element } from '../../browser/dom/element';
import { renderInto } from '../../browser/dom/render-into';
import { table } from '../../browser/dom/table';
import { countWords, momentWords, numberWords } from '../../browser/dom/words';
import type { Summaries } from '../../browser/live/summaries';

type Name = Exclude<keyof ComparisonLine, 'details'>;
type Figure = readonly [name: Name, label: string, title: string];

const FIGURES = [
  [
    'contacts',
    'Contacts',
    'What ought to be in injixo: new tickets and customer replies since the installation',
  ],
  ['inInjixo', 'In injixo', 'Of these, what injixo counted'],
  ['onTheWay', 'On the way', 'The app has them, or says that it is not complete up to there'],
  ['held', 'Held', 'Not confirmed or rejected by injixo: you decide on the app’s page'],
  ['lost', 'Lost', 'The app says it is complete, and injixo does not have them'],
  ['doubled', 'Doubled', 'Counted more than once, or no contact at all'],
  ['wrongQueue', 'Wrong queue', 'Counted in another queue than the ticket’s'],
] as const satisfies readonly Figure[];

/** Shown only where it happened, without a Freshdesk key. */
const UNTOLD_FIGURE: Figure = [
  'untold',
  'Never told',
  'Freshworks delivered no event for them. Without a Freshdesk API key the app cannot find them, and they do not count',
];

/** Shown only where injixo imported something itself. */
const OWN_FIGURES = [
  [
    'ownImport',
    'Imported by injixo',
    'The history, which injixo imported itself with the Freshdesk API key of the integration',
  ],
  ['twice', 'Counted twice by two importers', 'The app imported them too: they stay in injixo twice'],
] as const satisfies readonly Figure[];

const BAD: readonly string[] = ['lost', 'doubled', 'wrongQueue', 'twice'];

function verdict({ lost, doubled, wrongQueue, twice, held, onTheWay }: ComparisonLine): HTMLElement {
  if (twice > 0)
    return element('span', {
      class: 'badge bad',
      text: `Counted twice by two importers: ${numberWords(twice)}`,
    });
  const wrong = lost + doubled + wrongQueue;
  if (wrong > 0) return element('span', { class: 'badge bad', text: `${countWords(wrong, 'difference')}` });
  if (held > 0) return element('span', { class: 'badge warn', text: 'You have to decide' });
  if (onTheWay > 0) return element('span', { class: 'badge warn', text: 'On the way' });
  return element('span', { class: 'badge good', text: 'Every contact arrived once' });
}

function figure(line: ComparisonLine, [key, label, title]: Figure): HTMLElement {
  const value = line[key];
  const isBad = BAD.includes(key) && value > 0;
  return element(
    'div',
    { class: isBad ? 'figure bad' : 'figure', title },
    element('dt', { text: label }),
    element('dd', { id: `figure-${key}`, text: numberWords(value) }),
  );
}

function figuresOf({ ownImport, untold }: ComparisonLine): readonly Figure[] {
  return [...FIGURES, ...(untold > 0 ? [UNTOLD_FIGURE] : []), ...(ownImport > 0 ? OWN_FIGURES : [])];
}

function details({ details: rows }: ComparisonLine): readonly HTMLElement[] {
  if (rows.length === 0) return [];
  const cells = rows
    .slice(0, 50)
    .map(({ problem, contact, at, queue }) => [problem, contact, momentWords(at), queue]);
  const list = table('Differences', ['What', 'Contact', 'When', 'Queue'], cells);
  return [element('details', { 'data-key': 'differences' }, element('summary', { text: 'Which' }), list)];
}

function line({ comparison }: Summary): readonly (Node | string)[] {
  if (comparison === null) {
    return [
      element('span', { class: 'badge', text: 'Not installed' }),
      element('span', { class: 'muted', text: 'Contacts are counted from the moment the app is installed.' }),
    ];
  }
  return [
    verdict(comparison),
    element('dl', { class: 'figures' }, ...figuresOf(comparison).map((each) => figure(comparison, each))),
    ...details(comparison),
  ];
}

function faultsLine({ faults }: Summary): readonly HTMLElement[] {
  return faults.map((name) =>
    element('a', { class: 'badge bad', href: '#faults', text: `Fault on: ${name}` }),
  );
}

/** The line that always shows whether anything was lost or doubled. */
export function showComparison(summaries: Summaries): void {
  const area = byId('comparison');
  let shown = '';
  summaries.listen((summary) => {
    const text = JSON.stringify([summary.comparison, summary.faults]);
    if (text === shown) return;
    shown = text;
    renderInto(area, [...line(summary), ...faultsLine(summary)]);
  });
  const broken = element('p', { class: 'banner', role: 'alert', hidden: true });
  broken.textContent =
    'The sandbox has ended. Start it again with npm start; this page then connects by itself.';
  area.before(broken);
  summaries.onConnection((isConnected) => {
    broken.hidden = isConnected;
  });
}
