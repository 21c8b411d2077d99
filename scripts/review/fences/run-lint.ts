/**
 * Lints snippets as if they stood in the files they name, with the rules of eslint.config.mjs that are fences, and prints
 * what each is told. A process of its own: jest cannot load a configuration that is a module.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';

/** A line of code, and the file of the repository it might stand in. */
export interface Snippet {
  readonly file: string;
  readonly code: string;
}

const FENCES = /(?:^|\/)no-restricted-(?:imports|globals|syntax)$/;

const eslint = new ESLint({
  cwd: path.resolve(__dirname, '../../..'),
  ruleFilter: ({ ruleId }) => FENCES.test(ruleId),
  // The fences need no types, and the files need not be there.
  overrideConfig: [{ languageOptions: { parserOptions: { projectService: false } } }],
});

async function messagesAbout({ file, code }: Snippet): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: file });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

async function main(): Promise<void> {
  const snippets = JSON.parse(fs.readFileSync(0, 'utf8')) as readonly Snippet[];
  console.log(JSON.stringify(await Promise.all(snippets.map(messagesAbout))));
}

void main();
