import { fc } from '../../test/property';
import { interpretAnswer, type DeliveryOutcome, type RawAnswer } from './interpret-answer';
const NOW = Date.parse('2026-11-05T12:00:00Z');
const UNCLEAR: DeliveryOutcome = { kind: 'unclear', code: 'unclear_answer' };

function answer(status: number, body = '', retryAfter?: unknown): RawAnswer {
  return { kind: 'answer', status, body, retryAfter };
}

/** What an answer to two contacts means. */
function read(raw: RawAnswer): DeliveryOutcome {
  return interpretAnswer(raw, { sent: 2, now: NOW });
}

it.each<[string, RawAnswer]>([
  ['200 with nothing', answer(200)],
  ['200 with white space', answer(200, ' \n')],
  ['200 with JSON', answer(200, '{"accepted":2}')],
  ['200 with more than was sent', answer(200, '{"accepted":3}')],
  ['200 with no error counted', answer(200, '{"accepted":2,"errors":0}')],
  ['200 with errors in an empty object', answer(200, '{"errors":{}}')],
  ['200 with errors that are false', answer(200, '{"success":true,"error":false}')],
  ['200 with errors in an empty text', answer(200, '{"error":" "}')],
  ['200 with nothing failed', answer(200, '{"failed":0,"failures":[],"rejected":0}')],
  ['200 with its own status', answer(200, '{"status":"ok","code":0,"statusCode":202,"message":"done"}')],
  ['200 with a list', answer(200, '[]')],
  ['200 with true', answer(200, 'true')],
  ['200 with the text OK', answer(200, 'OK')],
  ['200 with the text Accepted', answer(200, ' Accepted\n')],
  ['200 with the text created', answer(200, 'created')],
  ['200 with the JSON text Success', answer(200, '"Success"')],
  ['200 with a field of an object’s own', answer(200, '{"constructor":{"name":1}}')],
  ['200 with an empty list of errors', answer(200, '{"errors":[]}')],
  ['200 with no list of errors', answer(200, '{"errors":null}')],
  ['200 with a JSON text', answer(200, '"ok"')],
  ['200 with null', answer(200, 'null')],
  ['201', answer(201, '{"id":7}')],
  ['202', answer(202)],
  ['204', answer(204)],
])('takes %s for accepted', (_what, raw) => {
  expect(read(raw)).toEqual({ kind: 'accepted' });
});

it.each([
  [401, 'injixo_key'],
  [403, 'injixo_key'],
  [404, 'injixo_integration'],
  [300, 'injixo_refuses'],
  [301, 'injixo_moved'],
  [302, 'injixo_moved'],
  [304, 'injixo_refuses'],
  [307, 'injixo_moved'],
  [308, 'injixo_moved'],
  [402, 'injixo_refuses'],
  [405, 'injixo_refuses'],
  [406, 'injixo_refuses'],
  [410, 'injixo_moved'],
  [411, 'injixo_refuses'],
  [415, 'injixo_refuses'],
  [418, 'injixo_refuses'],
  [423, 'injixo_refuses'],
  [451, 'injixo_refuses'],
  [499, 'injixo_refuses'],
])('takes %i for a refused request: %s', (status, code) => {
  expect(read(answer(status, '<html></html>'))).toEqual({ kind: 'request refused', code });
});

it.each([400, 422])('takes %i for refused contacts', (status) => {
  expect(read(answer(status, '{"errors":["timestamp"]}'))).toEqual({
    kind: 'contacts refused',
  });
});

it('takes 413 for too large', () => {
  expect(read(answer(413))).toEqual({ kind: 'too large' });
});

it.each<[string, unknown, number | null]>([
  ['seconds', '120', NOW + 120_000],
  ['a date', 'Thu, 05 Nov 2026 12:05:00 GMT', NOW + 300_000],
  ['nothing', undefined, null],
  ['nonsense', 'later', null],
])('takes 429 for throttled, with %s until the next try', (_what, retryAfter, retryAt) => {
  expect(read(answer(429, '', retryAfter))).toEqual({ kind: 'throttled', retryAt });
});

it.each([500, 503])('takes %i for not taken', (status) => {
  expect(read(answer(status, '<html></html>'))).toEqual({
    kind: 'not taken',
    code: 'injixo_down',
  });
});

it('takes a request that was never sent for not taken', () => {
  expect(read({ kind: 'not sent' })).toEqual({
    kind: 'not taken',
    code: 'injixo_unreachable',
  });
});

it('takes a broken connection for unclear', () => {
  expect(read({ kind: 'broken' })).toEqual({ kind: 'unclear', code: 'connection_broken' });
});

it.each<[string, RawAnswer]>([
  ['207', answer(207, '{}')],
  ['303', answer(303)],
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
  ['200 with success false', answer(200, '{"success":false}')],
  ['200 with ok false, deeper', answer(200, '{"data":[{"ok":false}]}')],
  ['200 with the status error', answer(200, '{"status":"error"}')],
  ['200 with the status FAILED', answer(200, '{"Status":"FAILED"}')],
  ['200 with the status 422', answer(200, '{"status":422}')],
  ['200 with the code 400', answer(200, '{"code":400}')],
  ['200 with the statusCode 500', answer(200, '{"statusCode":500}')],
  ['200 with the message not_found', answer(200, '{"message":"not_found"}')],
  ['200 with the id not_found', answer(200, '{"id":"not_found"}')],
  ['200 with an invalid token', answer(200, '{"message":"Invalid token"}')],
  ['200 with a number of errors', answer(200, '{"errors":1}')],
  ['200 with errors that are true', answer(200, '{"errors":true}')],
  ['200 with failures', answer(200, '{"failures":[{"index":0}]}')],
  ['200 with a number that failed', answer(200, '{"failed":1}')],
  ['200 with a number that was rejected', answer(200, '{"result":{"rejected":2}}')],
  ['200 with false', answer(200, 'false')],
  ['200 with a number', answer(200, '2')],
  ['200 with an empty JSON text', answer(200, '""')],
  ['200 with another text', answer(200, 'queued')],
  ['200 with OK as a page', { ...answer(200, 'OK'), contentType: 'text/html; charset=utf-8' } as RawAnswer],
  ['201 with errors by name', answer(201, '{"errors":{"data":["is invalid"]}}')],
])('takes %s for unclear', (_what, raw) => {
  expect(read(raw)).toEqual(UNCLEAR);
});

describe('a 2xx that counts fewer contacts than were sent', () => {
  it.each<[string, string, number, boolean]>([
    ['by its number alone', '{"accepted":1}', 1, true],
    ['at any depth', '{"queues":[{"accepted":1},{"accepted":2}]}', 1, true],
    ['with contacts that were rejected', '{"accepted":0,"rejected":2,"failures":[{"index":0}]}', 0, false],
    ['with success false', '{"success":false,"accepted":1}', 1, false],
  ])('is unclear, and says both: %s', (_how, body, accepted, isOnlySign) => {
    expect(read(answer(200, body))).toEqual({ ...UNCLEAR, confirmed: { accepted, isOnlySign } });
  });

  it('is fine for the empty request', () => {
    const outcome = interpretAnswer(answer(200, '{"accepted":0}'), { sent: 0, now: NOW });

    expect(outcome).toEqual({ kind: 'accepted' });
  });
});

it('takes a body that is nested without end for unclear', () => {
  expect(read(answer(200, '['.repeat(20_000)))).toEqual(UNCLEAR);
  expect(read(answer(200, `${'['.repeat(10_000)}${']'.repeat(10_000)}`)).kind).toMatch(/unclear|accepted/);
});

it('takes nothing for accepted but a 2xx other than 207', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.string(), (status, body) => {
      const { kind } = read(answer(status, body));

      if (kind === 'accepted') {
        expect(Math.floor(status / 100)).toBe(2);
        expect(status).not.toBe(207);
      }
    }),
  );
});
