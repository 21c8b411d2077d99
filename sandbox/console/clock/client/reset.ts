import type { Beginning } from '../../serving/summary';
import { byId, element } from '../../browser/dom/element';
import { actionButton, labelled, textField } from '../../browser/dom/form';
import { showDone } from '../../browser/dom/toast';
import { send } from '../../browser/live/api';
import type { Summaries } from '../../browser/live/summaries';

const DONE: Readonly<Record<Beginning, string>> = {
  empty: 'A new sandbox: nothing is set up yet. Begin in injixo, with an integration.',
  day: 'The day was played anew.',
};

/** The button that creates a new sandbox, with the seed of all its random choices. */
export function showReset(summaries: Summaries): void {
  const seed = textField('seed', { type: 'number', min: '0', max: '999999999' });
  const dialog = element('dialog', { class: 'dialog', 'aria-labelledby': 'reset-title' });
  const begin = async (beginning: Beginning): Promise<void> => {
    dialog.close();
    await send('clock/reset', { beginning, seed: Number(seed.value) });
    showDone(DONE[beginning]);
  };
  const day = actionButton('Play the day', () => begin('day'), { class: 'primary' });
  dialog.append(
    element('h2', { id: 'reset-title', text: 'Begin anew' }),
    element('p', {
      text: 'This discards the current sandbox in all open tabs.',
    }),
    labelled('Seed', seed, 'The same seed gives the same sandbox, to the second.'),
    element(
      'div',
      { class: 'row' },
      day,
      actionButton('Begin empty', () => begin('empty')),
      actionButton('Cancel', () => Promise.resolve(dialog.close()), { class: 'quiet' }),
    ),
  );
  const about = element('small', { class: 'muted' });
  byId('reset').append(
    about,
    actionButton('Reset', () => Promise.resolve(dialog.showModal())),
    dialog,
  );
  summaries.listen(({ seed: present, sandbox, hasDay }, before) => {
    day.hidden = !hasDay;
    about.textContent = `Seed ${present}`;
    if (before?.sandbox !== sandbox) seed.value = String(present);
  });
}
