import { CHAPTERS } from './chapters';
import { instantOf } from './moment';

describe.each(['live', 'checked'] as const)('the chapters of the day, %s', (way) => {
  it('lie in the order of time', () => {
    const times = CHAPTERS[way].flatMap(({ date, moments, until }) =>
      [...moments.map(({ at }) => at), until].map((time) => instantOf(date, time)),
    );

    expect(times.every(Number.isFinite)).toBe(true);
    expect(times).toEqual([...times].sort((left, right) => left - right));
  });
});
