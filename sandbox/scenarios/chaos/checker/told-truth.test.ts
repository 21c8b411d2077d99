import { MINUTE } from '../time';
import { wasScanned } from './told-truth';

const ADDED = Date.parse('2026-11-02T11:20:00Z');
const at = (minutes: number, isHidden = false) => ({ at: ADDED + minutes * MINUTE, isHidden });

describe('what changed in a time with a Freshdesk key has to be found', () => {
  const until = {
    at: ADDED + 200 * MINUTE,
    scannedFrom: ADDED + 60 * MINUTE,
    scannedUntil: ADDED + 180 * MINUTE,
    recheckedUntil: ADDED + 120 * MINUTE,
  };

  it.each([
    ['not before the run that saw the key first, which nothing but a silent schedule delayed', at(50), false],
    ['from a quarter of an hour after that run on', at(75), true],
    ['up to where its scan had come', at(164), true],
    ['not after that', at(166), false],
    ['not what the daily recheck alone finds, after that one', at(106, true), false],
  ])('%s', (_what, happened, isFound) => {
    expect(wasScanned({ from: ADDED, until }, null, happened)).toBe(isFound);
  });

  it.each([
    ['that the app knows of', ADDED + 60 * MINUTE, at(75), true],
    ['that no run has seen yet', null, at(75), false],
    ['that was away between two runs', ADDED - 60 * MINUTE, at(14), false],
  ])('while the key is there, one %s', (_what, checkedFrom, happened, isFound) => {
    expect(wasScanned({ from: ADDED, until: null }, checkedFrom, happened)).toBe(isFound);
  });
});
