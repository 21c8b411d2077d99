import path from 'node:path';
import { runUnitTests } from './run-unit-tests';

/** The least share of the lines of server/ that Freshworks asks for, in per cent. */
const LINES_LEAST = 80;

it("the package's own unit tests pass with nothing but what it names, and reach enough lines of server/", () => {
  const { status, output } = runUnitTests(path.resolve(__dirname, '../..'));

  const [, lines] = /^All files(?:[ |]+[\d.]+){3}[ |]+([\d.]+)/m.exec(output) ?? [];
  expect({ status, output }).toEqual({
    status: 0,
    output: expect.stringContaining('Coverage report from v8'),
  });
  expect(Number(lines)).toBeGreaterThanOrEqual(LINES_LEAST);
});
