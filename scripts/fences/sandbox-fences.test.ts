import fs from 'node:fs';
import path from 'node:path';
import { lintSnippets, type, value, type Breach } from './lint-snippets';
import type { Snippet } from './run-lint';

const PACKAGE_ONLY = 'The sandbox loads the built package';
const NO_PRODUCT = 'knows no product';
const APART = 'know neither each other nor the platform';
const ORACLE = 'The oracle judges by';

const ROOMS = ['support', 'network', 'platform', 'freshdesk', 'injixo', 'oracle', 'scenarios', 'console'];

const BREACHES: readonly Breach[] = [
  ...ROOMS.flatMap((room): readonly Breach[] => [
    [`sandbox/${room}/a.ts`, type('../../server/contacts/queue'), PACKAGE_ONLY],
    [`sandbox/${room}/deep/er/a.ts`, value('../../../../server/contacts/queue'), PACKAGE_ONLY],
  ]),
  ['sandbox/support/a.ts', type('../network/network'), 'it knows none of them'],
  ['sandbox/network/a.ts', type('../platform/platform'), NO_PRODUCT],
  ['sandbox/platform/a.ts', value('../freshdesk/model/helpdesk'), NO_PRODUCT],
  ['sandbox/platform/stores/a.ts', value('../../create-sandbox'), NO_PRODUCT],
  ['sandbox/freshdesk/api/a.ts', value('../../injixo/source-queues'), APART],
  ['sandbox/freshdesk/a.ts', type('../platform/faults'), APART],
  ['sandbox/injixo/a.ts', type('../freshdesk/model/helpdesk'), APART],
  ['sandbox/injixo/a.ts', value('../network/network'), APART],
  ['sandbox/oracle/a.ts', value('../freshdesk/create-freshdesk'), ORACLE],
  ['sandbox/oracle/a.ts', type('../platform/platform'), ORACLE],
  ['sandbox/scenarios/day/a.ts', value('../../console/event-recorder'), 'Scenarios run without a browser'],
  ['sandbox/console/faults/a.ts', value('../../start'), 'nothing imports it'],
];

const ALLOWED: readonly Snippet[] = [
  { file: 'sandbox/network/a.ts', code: value('../support/clock') },
  { file: 'sandbox/platform/stores/a.ts', code: value('../../support/clock') },
  { file: 'sandbox/platform/a.ts', code: value('../network/network') },
  { file: 'sandbox/freshdesk/api/a.ts', code: value('../model/helpdesk') },
  { file: 'sandbox/oracle/a.ts', code: value('../freshdesk/model/ticket') },
  { file: 'sandbox/scenarios/chaos/a.ts', code: value('../../oracle/compare') },
  { file: 'sandbox/scenarios/chaos/a.ts', code: value('../../create-sandbox') },
  { file: 'sandbox/console/freshdesk/client/a.ts', code: type('../contract') },
  { file: 'sandbox/console/platform/a.ts', code: value('../../platform/limits') },
  { file: 'sandbox/create-sandbox.ts', code: value('./platform/create-platform') },
];

describe('the fences inside the sandbox', () => {
  const told = new Map<string, readonly string[]>();
  const keyOf = ({ file, code }: Snippet): string => `${file}: ${code}`;

  beforeAll(() => {
    const snippets = [...BREACHES.map(([file, code]) => ({ file, code })), ...ALLOWED];
    const messages = lintSnippets(snippets);
    snippets.forEach((snippet, index) => told.set(keyOf(snippet), messages[index] ?? []));
  });

  it.each(BREACHES)('refuse in %s: %s', (file, code, reason) => {
    expect(told.get(keyOf({ file, code }))?.join('\n')).toContain(reason);
  });

  it.each(ALLOWED)('allow in $file: $code', (snippet) => {
    expect(told.get(keyOf(snippet))).toEqual([]);
  });
});

it('stand around every folder of the sandbox', () => {
  const folders = fs
    .readdirSync(path.resolve(__dirname, '../../sandbox'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  expect(folders.sort()).toEqual([...ROOMS].sort());
});
