import type { Document } from './read-documents';

/** A command of a document. */
export interface Command {
  readonly document: string;
  /** As written. */
  readonly text: string;
  /** The npm script it runs; undefined for everything else. */
  readonly script: string | undefined;
  readonly args: readonly string[];
}

/** The first words of shell commands. */
const SHELL = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|fdk|git|curl|tsx|jest|cd|export)(?= |$)/;
const NPM_SCRIPT = /^(?:[A-Z_]+=\S+ )*npm (?:run ([\w:-]+)|(start|test))(?: -- (.+))?$/;

function readCommand(document: string, text: string): Command {
  const [, named, own, args = ''] = NPM_SCRIPT.exec(text) ?? [];
  return { document, text, script: named ?? own, args: args.split(' ').filter((arg) => arg !== '') };
}

/** The single commands of a line: text after several spaces or a # is a remark. */
function splitLine(line: string): string[] {
  return line
    .replace(/\s{3,}.*$|\s+#.*$/, '')
    .split('&&')
    .map((text) => text.trim());
}

/** All shell commands in the documents. */
export function listCommands(documents: readonly Document[]): Command[] {
  return documents.flatMap(({ name, code }) =>
    code
      .flatMap(splitLine)
      .filter((text) => SHELL.test(text))
      .map((text) => readCommand(name, text)),
  );
}
