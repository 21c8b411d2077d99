import { actionButton } from './form';
import { tellDone } from './toast';

/** A button that copies a text. */
export function copyButton(text: string, label: string): HTMLButtonElement {
  return actionButton(
    'Copy',
    async () => {
      await navigator.clipboard.writeText(text);
      tellDone('Copied.');
    },
    { 'data-key': `copy-${text}`, 'aria-label': label, class: 'small' },
  );
}
