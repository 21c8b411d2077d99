type Value = string | number | boolean;

/** Attributes; `text` is the element's text, `true` an attribute without a value, `false` none. */
export type Attributes = Readonly<Record<string, Value>>;

function setAttribute(target: Element, name: string, value: Value): void {
  if (name === 'text') target.textContent = String(value);
  else if (value !== false) target.setAttribute(name, value === true ? '' : String(value));
}

/** A new element. Texts go in as text, never as markup. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A new element of a drawing. */
export function drawing(tag: string, attributes: Attributes, ...children: readonly Element[]): SVGElement {
  const made = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children);
  return made;
}

/** An element of index.html. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}"`);
  return found;
}
