import { formatGoals } from './goals';

function rows(text: string): readonly string[] {
  return text.split('\n').filter((line) => /met|missed/.test(line));
}

it('holds each measured figure beside what is wanted', () => {
  const [median, late, credits] = rows(
    formatGoals([
      ['median', 1.62],
      ['delay99th', 6],
      ['idleCredits', 362],
    ]),
  );

  expect(median).toMatch(/≤ 1\.6 min.*1\.62 min.*met/);
  expect(late).toMatch(/≤ 2\.1 min.*6 min.*missed by 3\.9/);
  expect(credits).toMatch(/1,042.*≤ 400.*362.*met/);
});
