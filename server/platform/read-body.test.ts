import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { readBody, restOf } from './read-body';

/** A request that notes its longest silences. */
class Request extends EventEmitter {
  readonly silences: number[] = [];
  isDestroyed = false;
  setTimeout(ms: number): void {
    this.silences.push(ms);
  }
  destroy(): void {
    this.isDestroyed = true;
  }
}

function open(timeoutMs = 1_000) {
  const clock = { now: 5_000 };
  const data = new PassThrough();
  const request = new Request();
  const text = readBody(
    { data, request },
    restOf(timeoutMs, clock.now, () => clock.now),
  );
  async function send(piece: string, after: number): Promise<void> {
    clock.now += after;
    data.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { clock, data, request, text, send };
}

it('sets the longest silence to what is left with each piece, and to none at the end', async () => {
  const { data, request, text, send } = open();

  await send('a', 400);
  await send('b', 500);
  data.end();

  expect(await text).toBe('ab');
  expect(request.silences).toEqual([1_000, 600, 100, 0]);
  expect(request.isDestroyed).toBe(false);
});

it('gives up with the piece that comes when nothing is left', async () => {
  const { data, request, text, send } = open();

  await send('a', 999);
  await send('b', 1);

  expect(await text).toBeNull();
  expect([request.isDestroyed, data.destroyed]).toEqual([true, true]);
});

it('gives up when the request has been silent for too long', async () => {
  const { request, text } = open();

  request.emit('timeout');

  expect(await text).toBeNull();
  expect(request.isDestroyed).toBe(true);
});

it.each(['error', 'close'])('is broken after %s', async (event) => {
  const { data, text } = open();

  data.emit(event, new Error('broken'));

  expect(await text).toBeNull();
});

it('gives no more than all of the time to a clock that goes back', async () => {
  const { request, send } = open();

  await send('a', -10_000);

  expect(request.silences).toEqual([1_000, 1_000]);
});
