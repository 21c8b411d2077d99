import { byId, element } from '../../browser/dom/element';
import { actionButton, attempt, select, textField } from '../../browser/dom/form';
import { showDone, type NextStep } from '../../browser/dom/toast';
import { dayWords, timeWords } from '../../browser/dom/words';
import { send } from '../../browser/live/api';
import type { Summaries } from '../../browser/live/summaries';

const MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;
const QUICK = [
  ['+1 min', 1],
  ['+5 min', 5],
  ['+1 hour', 60],
  ['+1 day', 24 * 60],
] as const;

/** Advances the sandbox by minutes. */
function advance(minutes: number): Promise<unknown> {
  return send('clock/advance', { minutes });
}

/** The next step after most actions: a contact waits a minute, and the next run follows within five. */
export const LET_TIME_PASS: NextStep = {
  label: 'Let 10 minutes pass',
  take: () => {
    void attempt(null, async () => {
      await advance(10);
      showDone('Ten minutes passed.', LET_TIME_PASS);
    });
  },
};

function otherAdvance(): HTMLElement {
  const count = textField('advance-by', {
    type: 'number',
    min: '1',
    max: '1000',
    value: '30',
    'aria-label': 'How many',
  });
  const unit = select(
    'advance-unit',
    Object.keys(MINUTES).map((name) => ({ value: name, label: name })),
    { label: 'Unit' },
  );
  const go = actionButton('Let pass', () =>
    advance(Number(count.value) * (MINUTES[unit.value as keyof typeof MINUTES] ?? 1)),
  );
  return element('span', { class: 'joined' }, count, unit, go);
}

/** The clock and the buttons that advance it. */
export function showClock(summaries: Summaries): void {
  const time = element('time', { class: 'clock-time' });
  const moving = element(
    'span',
    { class: 'moving', role: 'status', hidden: true },
    'Time passes … ',
    actionButton('Stop', () => send('clock/stop')),
  );
  const buttons = element(
    'span',
    { class: 'buttons', role: 'group', 'aria-label': 'Let time pass' },
    ...QUICK.map(([label, minutes]) => actionButton(label, () => advance(minutes))),
    actionButton('To the weekend', () => send('clock/weekend')),
    otherAdvance(),
  );
  byId('clock').append(time, buttons, moving);
  summaries.listen(({ now, isBusy }) => {
    time.dateTime = new Date(now).toISOString();
    time.replaceChildren(
      element('strong', { text: timeWords(now) }),
      ` ${dayWords(now)} ${new Date(now).getUTCFullYear()} UTC`,
    );
    moving.hidden = !isBusy;
  });
}
