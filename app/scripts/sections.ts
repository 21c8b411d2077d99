import { byId } from './dom/element.ts';
import { createDifferenceSection } from './difference/difference-section.ts';
import { createHeldSection } from './held/held-section.ts';
import { createHistorySection } from './history/history-section.ts';
import { SECTIONS, type PageParts, type Section, type SectionName } from './page-parts.ts';
import { createQueuesSection } from './queues/queues-section.ts';
import { createSettingsSection } from './settings/settings-section.ts';
import type { Overview, Queue } from './functions/answers.ts';
import { createVolumesSection } from './volumes/volumes-section.ts';

/** The sections behind the tabs. */
export interface Sections {
  open(name: SectionName): void;
  /** The section that is in view is shown anew. */
  showAgain(): void;
  update(overview: Overview): void;
}

interface Tabs extends HTMLElement {
  activateTab?(index: number): Promise<void>;
}

/** Makes all sections; each loads what it needs when it comes into view. */
export function createSections(parts: PageParts): Sections {
  const volumes = createVolumesSection(byId('section-volumes'), parts);
  const chartOf = (queue: Queue): void => {
    volumes.choose(queue);
    parts.open('volumes');
  };
  const sections: Readonly<Record<SectionName, Section>> = {
    overview: {},
    queues: createQueuesSection(byId('section-queues'), parts, chartOf),
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
  const tabs = byId('tabs') as Tabs;
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
  };
}
