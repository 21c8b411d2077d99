import { element } from '../../browser/dom/element';

const MIN_HEIGHT = 160;
const MAX_HEIGHT = 1400;

function fit(frame: HTMLIFrameElement): void {
  const content = frame.contentDocument?.body;
  if (content === null || content === undefined || content.scrollHeight === 0) return;
  const height = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, content.scrollHeight + 2));
  frame.style.height = `${height}px`;
}

/** A frame as high as its content. */
export function createFrame(title: string): HTMLIFrameElement {
  const frame = element('iframe', { title, class: 'frame' });
  frame.addEventListener('load', () => {
    const body = frame.contentDocument?.body;
    if (body !== null && body !== undefined) new ResizeObserver(() => fit(frame)).observe(body);
    fit(frame);
  });
  return frame;
}
