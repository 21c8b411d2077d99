import { CHAPTERS } from './chapters';
import { instantOf } from './moment';

describe('the chapters of the day', () => {
  it('lie in the order of time', () => {
    const times = CHAPTERS.flatMap(({ date, moments, until }) =>
      [...moments.map(({ at }) => at), until].map((time) => instantOf(date, time)),
    );

    expect(times.every(Number.isFinite)).toBe(true);
    expect(times).toEqual([...times].sort((left, right) => left - right));
  });
});
