import { keepLast } from './keep-last';

it('keeps the last good answer for whoever does not want it anew', async () => {
  const asked: string[] = [];
  const ask = keepLast((day: string) => {
    asked.push(day);
    return Promise.resolve(
      day === 'bad' ? { ok: false as const, code: 'x' } : { ok: true as const, value: day },
    );
  });
  for (const [anew, day] of [
    [false, 'a'],
    [false, 'a'],
    [true, 'a'],
    [false, 'b'],
    [false, 'bad'],
    [false, 'bad'],
  ] as const)
    await ask(anew, day);

  expect(asked).toEqual(['a', 'a', 'b', 'bad', 'bad']);
});
