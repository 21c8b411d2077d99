import { type RawAnswer, interpretProbe } from './interpret-answer';

function answer(status: number, body = ''): RawAnswer {
  return { kind: 'answer', status, body, retryAfter: undefined };
}

it.each<[string, string, RawAnswer]>([
  ['200', 'fine', answer(200)],
  ['200 with JSON', 'fine', answer(200, '{"accepted":0}')],
  ['204', 'fine', answer(204)],
  ['400', 'fine', answer(400, '{"message":"data is empty"}')],
  ['422', 'fine', answer(422, '{"errors":["data is too short"]}')],
  ['429', 'fine', answer(429)],
  ['401', 'injixo_key, injixo_key', answer(401, '{"message":"Invalid token"}')],
  ['403', 'injixo_key, injixo_key', answer(403)],
  ['404', 'injixo_integration, injixo_integration_unknown', answer(404, '{"id":"not_found"}')],
  [
    '400 that names the ID',
    'injixo_integration, injixo_integration_needed',
    answer(400, 'meta.integrationConfigurationId is missing'),
  ],
  [
    '422 that names the ID',
    'injixo_integration, injixo_integration_needed',
    answer(422, '{"integration_configuration_id":"unknown"}'),
  ],
  ['200 with an HTML page', 'injixo_unreachable, injixo_unreachable', answer(200, '<html></html>')],
  ['200 with errors', 'injixo_unreachable, injixo_unreachable', answer(200, '{"errors":["no"]}')],
  ['200 with success false', 'injixo_unreachable, injixo_unreachable', answer(200, '{"success":false}')],
  ['200 with the text OK', 'fine', answer(200, 'OK')],
  ['200 with no errors counted', 'fine', answer(200, '{"accepted":0,"errors":0}')],
  ['301', 'injixo_moved, injixo_moved', answer(301)],
  ['302', 'injixo_moved, injixo_moved', answer(302)],
  ['303', 'injixo_unreachable, injixo_unreachable', answer(303)],
  ['307', 'injixo_moved, injixo_moved', answer(307)],
  ['308', 'injixo_moved, injixo_moved', answer(308)],
  ['410', 'injixo_moved, injixo_moved', answer(410)],
  ['413', 'injixo_unreachable, injixo_unreachable', answer(413)],
  ['405', 'injixo_unreachable, injixo_unreachable', answer(405)],
  ['408', 'injixo_unreachable, injixo_unreachable', answer(408)],
  ['500', 'injixo_down, injixo_unreachable', answer(500)],
  ['502', 'injixo_unreachable, injixo_unreachable', answer(502)],
  ['503', 'injixo_down, injixo_unreachable', answer(503)],
  ['nothing sent', 'injixo_unreachable, injixo_unreachable', { kind: 'not sent' }],
  ['a broken connection', 'injixo_unreachable, injixo_unreachable', { kind: 'broken' }],
])('reads %s as %s', (_what, meaning, raw) => {
  const problem = interpretProbe(raw);

  expect(problem === null ? 'fine' : `${problem.failure}, ${problem.finding}`).toBe(meaning);
});
