type Field = HTMLInputElement | HTMLSelectElement;

const FIELDS = 'input[data-key]:not([type=checkbox]), select[data-key]';

function keyed(container: HTMLElement, key: string): HTMLElement | null {
  return container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

function keysOf(elements: Iterable<HTMLElement>): readonly string[] {
  return [...elements].flatMap(({ dataset }) => dataset['key'] ?? []);
}

function focusedKey(container: HTMLElement): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && container.contains(activeElement)
    ? activeElement.dataset['key']
    : undefined;
}

/** Saves what the user did to the content: focus, opened details, selected values; by `data-key`. */
function remember(container: HTMLElement): () => void {
  const focused = focusedKey(container);
  const open = keysOf(container.querySelectorAll<HTMLElement>('details[data-key][open]'));
  const values = [...container.querySelectorAll<Field>(FIELDS)].map(
    (field) => [field.dataset['key'] ?? '', field.value] as const,
  );
  return () => {
    for (const key of open) keyed(container, key)?.setAttribute('open', '');
    for (const [key, value] of values) restoreValue(keyed(container, key), value);
    if (focused !== undefined)
      (keyed(container, focused) ?? workPlace(container)).focus({ preventScroll: true });
  };
}

/** What to focus when the focused element is no longer there: the content, so that the keyboard goes on from there. */
function workPlace(container: HTMLElement): HTMLElement {
  container.tabIndex = -1;
  return container;
}

function restoreValue(field: HTMLElement | null, value: string): void {
  if (field instanceof HTMLInputElement) field.value = value;
  if (!(field instanceof HTMLSelectElement)) return;
  if ([...field.options].some((option) => option.value === value)) field.value = value;
}

/** Replaces the content of a container; focus, opened details and entered values stay where they were. */
export function renderInto(container: HTMLElement, content: readonly (Node | string)[]): void {
  const restore = remember(container);
  container.replaceChildren(...content);
  restore();
}
