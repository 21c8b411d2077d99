import { createClock } from '../../support/clock';
import { Invocation } from './invocation';

const NOON = Date.parse('2026-11-05T12:00:00Z');

/** Runs code that makes calls of given durations; returns when each ended, in the order in which the code was told. */
async function endsOf(
  code: (call: (name: string, latencyMs: number) => Promise<void>) => Promise<unknown>,
): Promise<readonly (readonly [name: string, afterMs: number])[]> {
  const clock = createClock(NOON);
  const options = { id: 1, event: 'e', handler: 'h', limitMs: 20_000, mustRender: false };
  const hooks = { onStep: () => 'go' as const, onViolation: () => undefined };
  const invocation = new Invocation({ ...options, ...hooks, clock });
  const ends: (readonly [string, number])[] = [];
  await invocation.run(() =>
    code(async (name, latencyMs) => {
      await invocation.perform({
        kind: 'http',
        label: name,
        work: () => ({ ok: true, value: null, latencyMs }),
      });
      ends.push([name, clock.now() - NOON]);
    }),
  );
  return ends;
}

describe('calls at once', () => {
  it('end in the order of their durations, so that a slow one does not make the others late', async () => {
    const ends = await endsOf((call) =>
      Promise.all([call('never answers', 4_000), call('quick', 120), call('quicker', 100)]),
    );
    expect(ends).toEqual([
      ['quicker', 100],
      ['quick', 120],
      ['never answers', 4_000],
    ]);
  });

  it('give way to calls that begin and end while a slow one lasts', async () => {
    const ends = await endsOf(async (call) => {
      const inTurn = async (): Promise<void> => {
        await call('first', 120);
        await call('second', 120);
      };
      await Promise.all([call('never answers', 4_000), inTurn()]);
    });
    expect(ends).toEqual([
      ['first', 120],
      ['second', 240],
      ['never answers', 4_000],
    ]);
  });
});
