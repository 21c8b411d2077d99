import { putRenderData, removeGlobals } from '../../test/fakes/sandbox-globals';
import { answerFunction, finishSetup } from './answer';

afterEach(removeGlobals);

it('finishes a set-up event without an argument', () => {
  const rendered = putRenderData();

  finishSetup(null);

  expect(rendered).toEqual([[]]);
});

it('refuses an installation with its sentence', () => {
  const rendered = putRenderData();

  finishSetup('Copy the key again.');

  expect(rendered).toEqual([[{ message: 'Copy the key again.' }]]);
});

it.each([[{ ok: true, overview: null } as const], [{ ok: false, code: 'store_limit', params: {} } as const]])(
  'answers a function with %j and never with an error',
  (answer) => {
    const rendered = putRenderData();

    answerFunction(answer);

    expect(rendered).toEqual([[null, answer]]);
  },
);
