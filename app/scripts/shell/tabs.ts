import { byId } from '../dom/element.ts';
import type { NamedQueue, Overview } from '../../../server/page-contract';
import { createOverviewSection } from '../sections/overview/overview-section.ts';
import {
  SECTIONS,
  type CreateSection,
  type PageParts,
  type Section,
  type SectionName,
} from '../sections/page-parts.ts';

/** The tabs and their sections. */
export interface Tabs {
  open(name: SectionName): void;
  /** Opens the volumes with this queue selected. */
  openQueue(queue: NamedQueue): void;
  /** Shows the visible section again. */
  showAgain(): void;
  update(overview: Overview): void;
  /** Shows figures that this browser kept; null: takes them away. */
  recall(overview: Overview | null): void;
}

/** The element of Crayons. */
interface TabsElement extends HTMLElement {
  activateTab?(index: number): Promise<void>;
  componentOnReady?(): Promise<unknown>;
}

type Script = () => Promise<{ readonly createSection: CreateSection }>;

/** The scripts of the sections, which come when their tab is pressed. */
const SCRIPTS: Readonly<Record<Exclude<SectionName, 'overview'>, Script>> = {
  queues: () => import('../sections/queues/queues-section.ts'),
  names: () => import('../sections/names/names-section.ts'),
  volumes: () => import('../sections/volumes/volumes-section.ts'),
  difference: () => import('../sections/difference/difference-section.ts'),
  held: () => import('../sections/held/held-section.ts'),
  activity: () => import('../sections/activity/activity-section.ts'),
  history: () => import('../sections/history/history-section.ts'),
  settings: () => import('../sections/settings/settings-section.ts'),
};

interface Sections {
  /** The section, loaded once; after a failure the next call tries again. */
  find(name: SectionName): Promise<Section>;
  /** Those that are loaded. */
  all(): readonly Section[];
}

function createSections(overview: Section, parts: PageParts, loadTexts: () => Promise<void>): Sections {
  const all: Section[] = [overview];
  const load = async (name: keyof typeof SCRIPTS): Promise<Section> => {
    const panel = byId(`section-${name}`);
    panel.setAttribute('aria-busy', 'true');
    const [{ createSection }] = await Promise.all([SCRIPTS[name](), loadTexts()]);
    const section = createSection(panel, parts);
    all.push(section);
    const seen = parts.overview();
    if (seen !== null) section.update?.(seen);
    panel.removeAttribute('aria-busy');
    return section;
  };
  const found = new Map<SectionName, Promise<Section>>([['overview', Promise.resolve(overview)]]);
  const find = (name: SectionName): Promise<Section> => {
    const known = found.get(name);
    if (known !== undefined || name === 'overview') return known ?? Promise.resolve(overview);
    const loading = load(name);
    found.set(name, loading);
    loading.catch(() => found.delete(name));
    return loading;
  };
  return { find, all: () => all };
}

/** Crayons' tabs scroll sideways without a sign that there are more; these wrap. */
async function wrapTabs(tabs: TabsElement): Promise<void> {
  await window.customElements.whenDefined('fw-tabs');
  await tabs.componentOnReady?.();
  const row = tabs.shadowRoot?.querySelector<HTMLElement>('[role="tablist"]');
  row?.style.setProperty('flex-wrap', 'wrap');
}

/** How many a person should look at, by tab. */
const COUNTS = {
  names: ({ unnamed = [] }: Overview) => unnamed.length,
  held: ({ unclear, parked }: Overview) => unclear + parked,
} as const;

/** Writes beside a tab how many there are, when there are any. */
function countTabs(overview: Overview, { speaker }: PageParts): void {
  for (const name of ['names', 'held'] as const) {
    const count = COUNTS[name](overview);
    const label = speaker.say(`tab.${name}`);
    const text = count === 0 ? label : speaker.say('tab.count', { label, count });
    const tab = document.querySelector(`fw-tab[panel="${name}"]`);
    if (tab !== null && tab.textContent !== text) tab.textContent = text;
  }
}

/** Creates the overview; the other sections come, and load their data, when they come into view. */
export function createTabs(parts: PageParts, loadTexts: () => Promise<void>): Tabs {
  const overview = createOverviewSection(parts, loadTexts);
  const sections = createSections(overview, parts, loadTexts);
  const tab: { seen: SectionName } = { seen: 'overview' };
  const show = (name: SectionName): void => {
    tab.seen = name;
    sections
      .find(name)
      .then((section) => (tab.seen === name ? section.show?.() : undefined))
      .catch(parts.fault);
  };
  const tabs = byId('tabs') as TabsElement;
  tabs.addEventListener('fwChange', (event) => {
    const { tabIndex } = (event as CustomEvent<{ tabIndex?: number }>).detail;
    const name = SECTIONS[tabIndex ?? -1];
    if (event.target === tabs && name !== undefined) show(name);
  });
  wrapTabs(tabs).catch(parts.fault);
  const open = (name: SectionName): void => {
    tabs.activateTab?.(SECTIONS.indexOf(name)).catch(parts.fault);
    show(name);
    tabs.scrollIntoView({ block: 'nearest' });
  };
  return {
    open,
    openQueue: (queue) => {
      sections
        .find('volumes')
        .then((volumes) => {
          volumes.choose?.(queue);
          open('volumes');
        })
        .catch(parts.fault);
    },
    showAgain: () => show(tab.seen),
    update: (seen) => {
      countTabs(seen, parts);
      for (const section of sections.all()) section.update?.(seen);
    },
    recall: (seen) => overview.recall?.(seen),
  };
}
