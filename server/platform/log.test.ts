import { createTestLog } from '../../test/fakes/test-log';
import { createLog } from './log';

afterEach(() => {
  jest.restoreAllMocks();
});

it.each(['info', 'warn', 'error'] as const)('writes one JSON line at the level %s', (level) => {
  const written: string[] = [];
  jest.spyOn(console, level).mockImplementation((...given: unknown[]) => {
    written.push(String(given[0]));
  });

  createLog('run-1')[level]('batch sent', { batch: 7, outcome: 'accepted' });

  expect(written.map((text) => JSON.parse(text) as unknown)).toEqual([
    { level, message: 'batch sent', run: 'run-1', batch: 7, outcome: 'accepted' },
  ]);
});

it('is replaced in tests by a log that throws on an error nobody expects', () => {
  const log = createTestLog();

  log.warn('contact not recorded');
  expect(() => log.error('run stopped')).toThrow('Unexpected error line: run stopped');
  log.expectError('run stopped');
  log.error('run stopped');

  expect(log.messages('error')).toEqual(['run stopped', 'run stopped']);
  expect(log.messages('warn')).toEqual(['contact not recorded']);
});
