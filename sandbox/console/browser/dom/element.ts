type Attribute = string | number | boolean | ((event: Event) => void);

/** Attributes, `text`, and listeners under `on…`. False omits an attribute. */
export type Attributes = Readonly<Record<string, Attribute>>;

function setAttribute(target: HTMLElement, name: string, value: Attribute): void {
  if (typeof value === 'function') target.addEventListener(name.slice(2), value);
  else if (name === 'text') target.textContent = String(value);
  else if (value !== false) target.setAttribute(name, value === true ? '' : String(value));
}

/** Creates an element. Texts are set as text, never as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children);
  return made;
}

/** The element of page.html with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element “${id}”`);
  return found;
}
