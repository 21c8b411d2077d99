import { newScanState, rewindToLastFullScope } from './scan-state';
import { startCursor } from '../freshdesk/ticket-list-cursor';

const BASE = {
  ...newScanState(0),
  lastFullScope: { live: 50, spam: 30, deleted: 40, deep: 10 },
  scopeSeenAt: 60,
};

it('goes back in every list to where it was when the key last saw all tickets', () => {
  const walk = startCursor('deep', 0, 100, 0);
  const scan = {
    ...BASE,
    spamUntil: 80,
    deletedUntil: 81,
    deepUntil: 82,
    live: walk,
    spam: walk,
    deleted: walk,
    deep: walk,
  };

  expect(rewindToLastFullScope({ scan, checkedUntil: 90 })).toEqual({
    checkedUntil: 50,
    scan: {
      ...scan,
      live: null,
      spam: null,
      deleted: null,
      deep: null,
      spamUntil: 30,
      deletedUntil: 40,
      deepUntil: 10,
      scopeSeenAt: 0,
    },
  });
});

it('never goes forward, and nowhere a second time', () => {
  const scan = { ...BASE, spamUntil: 20, deletedUntil: 20, deepUntil: 5 };
  const once = rewindToLastFullScope({ scan, checkedUntil: 40 });

  expect(once).toMatchObject({ checkedUntil: 40, scan: { spamUntil: 20, deletedUntil: 20, deepUntil: 5 } });
  expect(rewindToLastFullScope(once)).toEqual(once);
});
