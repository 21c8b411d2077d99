/**
 * Lints snippets as if they were in the files they name, with those rules of eslint.config.mjs that are fences, and
 * prints the messages for each. A separate process: jest cannot load a configuration that is a module.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';

/** A line of code with the name of a file of the repository. */
export interface Snippet {
  readonly file: string;
  readonly code: string;
}

const FENCES = /(?:^|\/)no-restricted-(?:imports|globals|syntax)$/;

const eslint = new ESLint({
  cwd: path.resolve(__dirname, '../../..'),
  ruleFilter: ({ ruleId }) => FENCES.test(ruleId),
  // The fences need neither types nor existing files.
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
