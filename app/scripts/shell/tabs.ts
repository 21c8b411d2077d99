import { byId } from '../dom/element.ts';
import type { Overview, Queue } from '../../../server/page-contract';
import { createDifferenceSection } from '../sections/difference/difference-section.ts';
import { createHeldSection } from '../sections/held/held-section.ts';
import { createHistorySection } from '../sections/history/history-section.ts';
import { createOverviewSection } from '../sections/overview/overview-section.ts';
import { SECTIONS, type PageParts, type Section, type SectionName } from '../sections/page-parts.ts';
import { createNamesSection } from '../sections/names/names-section.ts';
import { createQueuesSection } from '../sections/queues/queues-section.ts';
import { createSettingsSection } from '../sections/settings/settings-section.ts';
import { createVolumesSection } from '../sections/volumes/volumes-section.ts';

/** The tabs and their sections. */
export interface Tabs {
  open(name: SectionName): void;
  /** Shows the visible section again. */
  showAgain(): void;
  update(overview: Overview): void;
  /** Shows figures that this browser kept; null: takes them away. */
  recall(overview: Overview | null): void;
}

/** The element of Crayons. */
interface TabsElement extends HTMLElement {
  activateTab?(index: number): Promise<void>;
}

/** Creates all sections; each loads its data when it comes into view. */
export function createTabs(parts: PageParts): Tabs {
  const volumes = createVolumesSection(byId('section-volumes'), parts);
  const chartOf = (queue: Queue): void => {
    volumes.choose(queue);
    parts.open('volumes');
  };
  const sections: Readonly<Record<SectionName, Section>> = {
    overview: createOverviewSection(parts),
    queues: createQueuesSection(byId('section-queues'), parts, chartOf),
    names: createNamesSection(byId('section-names'), parts),
    volumes,
    difference: createDifferenceSection(byId('section-difference'), parts),
    held: createHeldSection(byId('section-held'), parts),
    history: createHistorySection(byId('section-history'), parts),
    settings: createSettingsSection(byId('section-settings'), parts),
  };
  const tab: { seen: SectionName } = { seen: 'overview' };
  const show = (name: SectionName): void => {
    tab.seen = name;
    sections[name].show?.();
  };
  const tabs = byId('tabs') as TabsElement;
  tabs.addEventListener('fwChange', (event) => {
    const { tabIndex } = (event as CustomEvent<{ tabIndex?: number }>).detail;
    const name = SECTIONS[tabIndex ?? -1];
    if (event.target === tabs && name !== undefined) show(name);
  });
  return {
    open: (name) => {
      tabs.activateTab?.(SECTIONS.indexOf(name)).catch(parts.fault);
      show(name);
      tabs.scrollIntoView({ block: 'nearest' });
    },
    showAgain: () => show(tab.seen),
    update: (overview) => {
      for (const section of Object.values(sections)) section.update?.(overview);
    },
    recall: (overview) => sections.overview.recall?.(overview),
  };
}
