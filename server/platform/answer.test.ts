import { putRenderData, removeGlobals } from '../../test/fakes/sandbox-globals';
import { answerFunction, finishSetup, refuseSetup } from './answer';

afterEach(removeGlobals);

it('finishes a set-up event without an argument', () => {
  const rendered = putRenderData();

  finishSetup();

  expect(rendered).toEqual([[]]);
});

it('refuses an installation with its sentence', () => {
  const rendered = putRenderData();

  refuseSetup('Copy the key again.');

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
