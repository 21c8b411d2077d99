import { element } from './element';

/** One view of an area. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
  /** Called whenever the view becomes visible. */
  readonly onShow?: () => void;
}

const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Lays out views behind a row of tabs, the first one open; arrow keys switch between them. Returns a function that
 * opens one.
 */
export function createTabs(area: HTMLElement, label: string, tabs: readonly Tab[]): (id: string) => void {
  const buttons = tabs.map(({ id, label: text }) =>
    element('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${id}`,
      'aria-controls': `panel-${id}`,
      text,
      onclick: () => show(id),
    }),
  );
  const show = (id: string): void => {
    tabs.forEach((tab, index) => {
      const isShown = tab.id === id;
      tab.panel.hidden = !isShown;
      buttons[index]?.setAttribute('aria-selected', String(isShown));
      buttons[index]?.setAttribute('tabindex', isShown ? '0' : '-1');
    });
    tabs.find((tab) => tab.id === id)?.onShow?.();
  };
  const move = (event: KeyboardEvent): void => {
    const by = MOVES[event.key];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    const next = (at + by + tabs.length) % tabs.length;
    buttons[next]?.focus();
    buttons[next]?.click();
  };
  const row = element('div', { role: 'tablist', class: 'tabs', 'aria-label': label }, ...buttons);
  row.addEventListener('keydown', move);
  for (const { id, panel } of tabs) {
    panel.id = `panel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    panel.classList.add('panel');
  }
  area.append(row, ...tabs.map(({ panel }) => panel));
  show(tabs[0]?.id ?? '');
  return show;
}
