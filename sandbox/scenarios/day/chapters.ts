import { replies } from './acts';
import { AFTERNOON } from './afternoon';
import type { Chapter, Moment, Way } from './moment';
import { MORNING } from './morning';
import { LEARNS_NAMES, setUp } from './set-up';

function inOrder(moments: readonly Moment[]): readonly Moment[] {
  const seconds = ({ at }: Moment): string => (at.length === 5 ? `${at}:00` : at);
  return [...moments].sort((left, right) => seconds(left).localeCompare(seconds(right)));
}

/** A morning with the injixo API key alone. */
const LIVE: readonly Chapter[] = [
  {
    title: 'Monday morning',
    date: '2026-11-02',
    moments: inOrder([...setUp('live'), ...LEARNS_NAMES, ...MORNING]),
    until: '12:00',
  },
];

/** A working day with both keys, and an action of one of its customers two days later. */
const CHECKED: readonly Chapter[] = [
  {
    title: 'Monday',
    date: '2026-11-02',
    moments: [...setUp('checked'), ...MORNING, ...AFTERNOON],
    until: '17:00',
  },
  {
    title: 'Wednesday, two days later',
    date: '2026-11-04',
    moments: [
      {
        at: '08:10',
        who: 'customer',
        does: 'replies by e-mail to {parcel}; the closed ticket reopens',
        act: replies('parcel', 'email'),
      },
    ],
    until: '08:30',
  },
];

/** The played times, by the way in which the app runs. */
export const CHAPTERS: Readonly<Record<Way, readonly Chapter[]>> = { live: LIVE, checked: CHECKED };
