import { byId, element } from '../../browser/dom/element';
import { actionButton, attempt, select, textField } from '../../browser/dom/form';
import { showDone, type NextStep } from '../../browser/dom/toast';
import { countWords, dayWords, timeWords } from '../../browser/dom/words';
import type { Summary } from '../../serving/summary';
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

/** How far the time has got, until when it passes, and about how long that takes here. */
function passingWords({ now, passing }: Summary, startedAt: number): string {
  if (passing === null) return '';
  const { from, until } = passing;
  const share = (now - from) / (until - from);
  const left = Math.ceil(((Date.now() - startedAt) * (1 - share)) / Math.max(share, 0.01) / 1000);
  const rest = share > 0.05 && left > 2 ? `, about ${countWords(left, 'second')} left` : '';
  return ` until ${dayWords(until)} ${timeWords(until)} UTC: ${Math.floor(share * 100)}%${rest}`;
}

/** Shows a long wait: how far it is and when it ends. */
function createPassing(): { readonly element: HTMLElement; show(summary: Summary): void } {
  const bar = element('progress', { max: '1', 'aria-label': 'How much of the time has passed' });
  const what = element('span', { role: 'status' });
  const words = element('span');
  const stop = actionButton('Stop', () => send('clock/stop'));
  const place = element('span', { class: 'moving', hidden: true }, what, words, bar, stop);
  let startedAt = 0;
  return {
    element: place,
    show: (summary) => {
      const { isBusy, passing, now } = summary;
      if (place.hidden) startedAt = Date.now();
      place.hidden = !isBusy;
      stop.hidden = passing === null;
      const doing = passing === null ? 'A new sandbox is being made …' : 'Time passes';
      if (what.textContent !== doing) what.textContent = doing;
      words.textContent = isBusy ? passingWords(summary, startedAt) : '';
      if (passing === null) bar.removeAttribute('value');
      else bar.value = (now - passing.from) / (passing.until - passing.from);
    },
  };
}

/** The clock and the buttons that advance it. */
export function showClock(summaries: Summaries): void {
  const time = element('time', { class: 'clock-time' });
  const moving = createPassing();
  const buttons = element(
    'span',
    { class: 'buttons', role: 'group', 'aria-label': 'Let time pass' },
    ...QUICK.map(([label, minutes]) => actionButton(label, () => advance(minutes))),
    actionButton('To the weekend', () => send('clock/weekend')),
    otherAdvance(),
  );
  byId('clock').append(time, buttons, moving.element);
  summaries.listen((summary) => {
    const { now } = summary;
    time.dateTime = new Date(now).toISOString();
    time.replaceChildren(
      element('strong', { text: timeWords(now) }),
      ` ${dayWords(now)} ${new Date(now).getUTCFullYear()} UTC`,
    );
    moving.show(summary);
  });
}
