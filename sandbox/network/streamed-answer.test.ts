import type { AxiosResponse } from 'axios';
import type { Readable } from 'node:stream';
import type { StepRunner } from '../support/step';
import { asStream, noteTrickling } from './streamed-answer';

/** A runner that notes how long each step took in virtual time. */
function notingRunner() {
  const lasted: number[] = [];
  const runner: StepRunner = {
    perform: async ({ work, kind, label }) => {
      const outcome = await work({ invocation: 1, handler: 'h', n: 1, kind, label, at: 0 });
      lasted.push(outcome.latencyMs);
      if (outcome.ok) return outcome.value;
      throw outcome.error;
    },
  };
  return { runner, lasted };
}

interface StreamedRequest {
  setTimeout(ms: number): void;
  on(event: string, take: () => void): void;
  destroy(): void;
}

const answer = (data: string): AxiosResponse => ({ data, status: 200 }) as AxiosResponse;

it('gives a whole body as a stream, without a further step', async () => {
  const { runner, lasted } = notingRunner();
  const { data } = asStream(answer('Grüße'), runner, 'x') as { data: Readable };

  const pieces = await data.toArray();

  expect(Buffer.concat(pieces as Buffer[]).toString()).toBe('Grüße');
  expect(lasted).toEqual([]);
});

it('gives a byte a second, until silence may not last so long', async () => {
  const { runner, lasted } = notingRunner();
  const trickling = answer('');
  noteTrickling(trickling);
  const { data, request } = asStream(trickling, runner, 'x') as { data: Readable; request: StreamedRequest };
  const ended = new Promise<void>((resolve) => {
    request.on('timeout', () => {
      request.destroy();
      resolve();
    });
  });
  let leftMs = 2_300;
  data.on('data', () => {
    leftMs -= 1_000;
    request.setTimeout(leftMs);
  });
  request.setTimeout(leftMs);

  await ended;
  expect(lasted).toEqual([1_000, 1_000, 300]);
});
