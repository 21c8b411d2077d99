import { element } from '../../browser/dom/element';
import type { Summaries } from '../../browser/live/summaries';
import { createFrame } from './frame';

/** The marketplace's install page and the settings, in a frame as the platform shows them. */
export function createInstallation(panel: HTMLElement, summaries: Summaries): void {
  const frame = createFrame('The app in the Freshworks marketplace');
  const trail = element('p', { class: 'trail', text: 'Freshworks Marketplace > injixo Connect' });
  panel.append(trail, frame);
  summaries.listen(({ isInstalled, sandbox }, before) => {
    if (before?.isInstalled !== isInstalled || before.sandbox !== sandbox) frame.src = '/install/';
  });
}
