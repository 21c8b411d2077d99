import { replies } from './acts';
import { AFTERNOON } from './afternoon';
import type { Chapter } from './moment';
import { MORNING } from './morning';
import { SET_UP } from './set-up';

/** The played times: a working day, and an action of one of its customers two days later. */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Monday',
    date: '2026-11-02',
    moments: [...SET_UP, ...MORNING, ...AFTERNOON],
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
