const shown = new WeakMap<HTMLElement, string>();

/** Draws `model` into `place` only when it says something new: no flicker, no lost focus, no chosen text undone. */
export function drawIfChanged<T>(place: HTMLElement, model: T, draw: (model: T) => readonly Node[]): void {
  const text = JSON.stringify(model);
  if (shown.get(place) === text) return;
  shown.set(place, text);
  place.replaceChildren(...draw(model));
}

/** Lets the next drawing happen whatever was shown. */
export function forget(place: HTMLElement): void {
  shown.delete(place);
}
