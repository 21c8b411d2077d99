type Value = string | number | boolean;

/** Attributes. `text` is the text content; `true` sets an attribute without a value, `false` omits it. */
export type Attributes = Readonly<Record<string, Value>>;

function setAttribute(target: Element, name: string, value: Value): void {
  if (name === 'text') target.textContent = String(value);
  else if (value !== false) target.setAttribute(name, value === true ? '' : String(value));
}

/** Creates an element. Texts are set as text, never as markup. */
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

/** Creates an SVG element. */
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
