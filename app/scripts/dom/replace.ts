const shown = new WeakMap<HTMLElement, string>();

/** Draws `model` into `place` only when it has changed, so that focus, flicker-free display and selections are kept. */
export function drawIfChanged<T>(place: HTMLElement, model: T, draw: (model: T) => readonly Node[]): void {
  const text = JSON.stringify(model);
  if (shown.get(place) === text) return;
  shown.set(place, text);
  place.replaceChildren(...draw(model));
}

/** Makes the next `drawIfChanged` draw in any case. */
export function forget(place: HTMLElement): void {
  shown.delete(place);
}
