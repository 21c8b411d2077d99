import { parseBatchNumber, parseRequest } from './page-function';

it.each<[string, unknown, object | null]>([
  ['its own arguments', { request: { number: 7 }, iparams: {} }, { number: 7 }],
  ['no arguments', { iparams: {} }, {}],
  ['an argument too many', { request: { number: 7, other: 1 } }, null],
  ['a list', { request: [7] }, null],
  ['a text', { request: 'number=7' }, null],
  ['nothing', undefined, {}],
])('reads %s', (_what, payload, request) => {
  expect(parseRequest(payload, ['number'])).toEqual(request);
});

it.each<[unknown, number | null]>([
  [7, 7],
  ['7', null],
  [0, null],
  [-1, null],
  [7.5, null],
  [NaN, null],
  [null, null],
  [undefined, null],
])('reads the number %p of a batch as %p', (number, expected) => {
  expect(parseBatchNumber({ request: { number } })).toBe(expected);
});
