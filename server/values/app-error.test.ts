import { AppError, ERROR_CODES, errorCode } from './app-error';

it('is an error with a code and a constant sentence', () => {
  const error = new AppError(ERROR_CODES.storeLimit, 'The store is throttled');

  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'AppError', code: 'store_limit', message: 'The store is throttled' });
});

it.each<[string, unknown, string]>([
  ['its own code', new AppError(ERROR_CODES.scheduleFailed, 'x'), 'schedule_failed'],
  ['a bug', new TypeError('x is not a function'), 'unexpected'],
  ['a rejection of the platform', { status: 500, message: 'x' }, 'unexpected'],
  ['nothing', undefined, 'unexpected'],
])('gives %s as a code', (_what, error, code) => {
  expect(errorCode(error)).toBe(code);
});
