import path from 'node:path';
import ts from 'typescript';
import { answerPage } from './handlers/page-function';
import { refusal } from './platform/answer';
import { dayView } from './volumes/day-view';
import type { VolumeSource } from './volumes/read-volumes';
import type { FunctionAnswer, LimitsUsed, PageFunctions, VolumeViews } from './page-contract';

const USE = {
  keyValueOps: 9,
  keyValueLimit: 50,
  entityOps: 4,
  entityLimit: 250,
  freshdeskCalls: 12,
  freshdeskLimit: null,
} satisfies LimitsUsed;

/** Compiled with the other sources and never called: the compiler reports each line that it should refuse and does not. */
const COMPILED: readonly ((books: VolumeSource) => unknown)[] = [
  () => answerPage('checkSettings', async () => ({ ok: true, at: 0, checks: [], use: USE })),
  () => answerPage('checkSettings', async () => refusal('bad_request')),
  // @ts-expect-error A field is missing.
  () => answerPage('checkSettings', async () => ({ ok: true, at: 0, checks: [] })),
  // @ts-expect-error A field has another type.
  () => answerPage('checkSettings', async () => ({ ok: true, at: '0', checks: [], use: USE })),
  // @ts-expect-error A field of a field is missing.
  () => answerPage('checkSettings', async () => ({ ok: true, at: 0, checks: [{ result: 'ok' }], use: USE })),
  // @ts-expect-error It is not said that the answer is one.
  () => answerPage('checkSettings', async () => ({ at: 0, checks: [], use: USE })),
  // @ts-expect-error A refusal has a code.
  () => answerPage('checkSettings', async () => ({ ok: false, params: {} })),
  // @ts-expect-error The page has no such function.
  () => answerPage('getTickets', async () => ({ ok: true })),
  (books: VolumeSource): Promise<FunctionAnswer<VolumeViews['day']['answer']>> => dayView(books, 1),
  // @ts-expect-error A view answers its own request.
  (books: VolumeSource): Promise<FunctionAnswer<VolumeViews['days']['answer']>> => dayView(books, 1),
  (): PageFunctions['getHeld']['request'] => ({ number: 7 }),
  // @ts-expect-error A batch has a number.
  (): PageFunctions['getHeld']['request'] => ({ number: '7' }),
];

it('is compiled with what it has to refuse', () => {
  expect(COMPILED).not.toEqual([]);
});

/** Declarations are not checked with the sources (`skipLibCheck`): a name that is not there would allow everything. */
it('imports nothing and has no mistakes', () => {
  const file = path.resolve(__dirname, 'page-contract.d.ts');
  const program = ts.createProgram([file], { strict: true, types: [], lib: ['lib.es2020.d.ts'] });
  const source = program.getSourceFile(file);
  const mistakes = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];

  expect(ts.preProcessFile(source?.text ?? '').importedFiles).toEqual([]);
  expect(mistakes.map(({ messageText }) => messageText)).toEqual([]);
});
