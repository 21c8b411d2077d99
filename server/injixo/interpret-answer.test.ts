import { fc } from '../../test/property';
import { interpretAnswer, type DeliveryOutcome, type RawAnswer } from './interpret-answer';
const NOW = Date.parse('2026-11-05T12:00:00Z');
const UNCLEAR: DeliveryOutcome = { kind: 'unclear', code: 'unclear_answer' };

function answer(status: number, body = '', retryAfter?: unknown): RawAnswer {
  return { kind: 'answer', status, body, retryAfter };
}

it.each<[string, RawAnswer]>([
  ['200 with nothing', answer(200)],
  ['200 with white space', answer(200, ' \n')],
  ['200 with JSON', answer(200, '{"accepted":200}')],
  ['200 with an empty list of errors', answer(200, '{"errors":[]}')],
  ['200 with no list of errors', answer(200, '{"errors":null}')],
  ['200 with a JSON text', answer(200, '"ok"')],
  ['200 with null', answer(200, 'null')],
  ['201', answer(201, '{"id":7}')],
  ['202', answer(202)],
  ['204', answer(204)],
])('takes %s for accepted', (_what, raw) => {
  expect(interpretAnswer(raw, NOW)).toEqual({ kind: 'accepted' });
});

it.each([
  [401, 'injixo_key'],
  [403, 'injixo_key'],
  [404, 'injixo_integration'],
  [300, 'injixo_refuses'],
  [301, 'injixo_refuses'],
  [302, 'injixo_refuses'],
  [303, 'injixo_refuses'],
  [304, 'injixo_refuses'],
  [307, 'injixo_refuses'],
  [308, 'injixo_refuses'],
  [402, 'injixo_refuses'],
  [405, 'injixo_refuses'],
  [406, 'injixo_refuses'],
  [410, 'injixo_refuses'],
  [411, 'injixo_refuses'],
  [415, 'injixo_refuses'],
  [418, 'injixo_refuses'],
  [423, 'injixo_refuses'],
  [451, 'injixo_refuses'],
  [499, 'injixo_refuses'],
])('takes %i for a refused request: %s', (status, code) => {
  expect(interpretAnswer(answer(status, '<html></html>'), NOW)).toEqual({ kind: 'request refused', code });
});

it.each([400, 422])('takes %i for refused contacts', (status) => {
  expect(interpretAnswer(answer(status, '{"errors":["timestamp"]}'), NOW)).toEqual({
    kind: 'contacts refused',
  });
});

it('takes 413 for too large', () => {
  expect(interpretAnswer(answer(413), NOW)).toEqual({ kind: 'too large' });
});

it.each<[string, unknown, number | null]>([
  ['seconds', '120', NOW + 120_000],
  ['a date', 'Thu, 05 Nov 2026 12:05:00 GMT', NOW + 300_000],
  ['nothing', undefined, null],
  ['nonsense', 'later', null],
])('takes 429 for throttled, with %s until the next try', (_what, retryAfter, retryAt) => {
  expect(interpretAnswer(answer(429, '', retryAfter), NOW)).toEqual({ kind: 'throttled', retryAt });
});

it.each([500, 503])('takes %i for not taken', (status) => {
  expect(interpretAnswer(answer(status, '<html></html>'), NOW)).toEqual({
    kind: 'not taken',
    code: 'injixo_down',
  });
});

it('takes a request that was never sent for not taken', () => {
  expect(interpretAnswer({ kind: 'not sent' }, NOW)).toEqual({
    kind: 'not taken',
    code: 'injixo_unreachable',
  });
});

it('takes a broken connection for unclear', () => {
  expect(interpretAnswer({ kind: 'broken' }, NOW)).toEqual({ kind: 'unclear', code: 'connection_broken' });
});

it.each<[string, RawAnswer]>([
  ['207', answer(207, '{}')],
  ['408', answer(408)],
  ['409', answer(409)],
  ['501', answer(501)],
  ['502', answer(502)],
  ['504', answer(504)],
  ['520', answer(520)],
  ['100', answer(100)],
  ['0', answer(0)],
  ['999', answer(999)],
  ['200 with an HTML page', answer(200, '<!doctype html><title>Sign in</title>')],
  ['200 with half a JSON text', answer(200, '{"accepted":')],
  ['200 with a list of errors', answer(200, '{"errors":[{"index":3}]}')],
  ['200 with errors beside a contact', answer(200, '{"data":[{"id":1},{"errors":["is invalid"]}]}')],
  ['200 with errors in a list', answer(200, '[{"errors":["is invalid"]}]')],
  ['200 with one error', answer(200, '{"error":"invalid"}')],
  ['201 with errors by name', answer(201, '{"errors":{"data":["is invalid"]}}')],
])('takes %s for unclear', (_what, raw) => {
  expect(interpretAnswer(raw, NOW)).toEqual(UNCLEAR);
});

it('takes nothing for accepted but a 2xx other than 207', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.string(), (status, body) => {
      const { kind } = interpretAnswer(answer(status, body), NOW);

      if (kind === 'accepted') {
        expect(Math.floor(status / 100)).toBe(2);
        expect(status).not.toBe(207);
      }
    }),
  );
});
