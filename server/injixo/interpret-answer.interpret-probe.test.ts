import { type RawAnswer, interpretProbe, type ProbeResult } from './interpret-answer';

function answer(status: number, body = ''): RawAnswer {
  return { kind: 'answer', status, body, retryAfter: undefined };
}

it.each<[string, ProbeResult['kind'], RawAnswer]>([
  ['200', 'fine', answer(200)],
  ['200 with JSON', 'fine', answer(200, '{"accepted":0}')],
  ['204', 'fine', answer(204)],
  ['400', 'fine', answer(400, '{"message":"data is empty"}')],
  ['422', 'fine', answer(422, '{"errors":["data is too short"]}')],
  ['429', 'fine', answer(429)],
  ['401', 'key refused', answer(401, '{"message":"Invalid token"}')],
  ['403', 'key refused', answer(403)],
  ['404', 'integration unknown', answer(404, '{"id":"not_found"}')],
  ['400 that names the ID', 'integration needed', answer(400, 'meta.integrationConfigurationId is missing')],
  ['422 that names the ID', 'integration needed', answer(422, '{"integration_configuration_id":"unknown"}')],
  ['200 with an HTML page', 'unreachable', answer(200, '<html></html>')],
  ['200 with errors', 'unreachable', answer(200, '{"errors":["no"]}')],
  ['301', 'unreachable', answer(301)],
  ['405', 'unreachable', answer(405)],
  ['408', 'unreachable', answer(408)],
  ['500', 'down', answer(500)],
  ['502', 'unreachable', answer(502)],
  ['503', 'down', answer(503)],
  ['nothing sent', 'unreachable', { kind: 'not sent' }],
  ['a broken connection', 'unreachable', { kind: 'broken' }],
])('reads %s as %s', (_what, kind, raw) => {
  expect(interpretProbe(raw)).toEqual({ kind });
});
