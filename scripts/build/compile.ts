import path from 'node:path';
import ts from 'typescript';
import { BuildError } from './build-error';

/** File contents by their path inside dist/, with forward slashes. */
export type Files = Map<string, string | Buffer>;

const FORMAT_HOST: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (fileName) => fileName,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};

function stopOn(diagnostics: readonly ts.Diagnostic[], project: string): void {
  if (diagnostics.length === 0) return;
  throw new BuildError(
    `${project} does not compile:\n${ts.formatDiagnostics(diagnostics, FORMAT_HOST).trimEnd()}`,
  );
}

/** The files and options of a TypeScript project. */
export function readProject(configPath: string): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(configPath, (file) => ts.sys.readFile(file));
  stopOn(error ? [error] : [], configPath);
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(configPath));
}

/** Checks one TypeScript project and returns its output, one file per source; nothing is written to disk. */
export function compile(configPath: string, distDir: string): Files {
  const { fileNames, options, errors } = readProject(configPath);
  const hasSources = fileNames.some((fileName) => !fileName.endsWith('.d.ts'));
  if (!hasSources) return new Map();
  stopOn(errors, configPath);

  const files: Files = new Map();
  const program = ts.createProgram(fileNames, options);
  stopOn(ts.getPreEmitDiagnostics(program), configPath);
  program.emit(undefined, (fileName, text) => {
    files.set(path.relative(distDir, fileName).split(path.sep).join('/'), text);
  });
  return files;
}
