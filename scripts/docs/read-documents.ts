import fs from 'node:fs';
import path from 'node:path';

/** A document of the repository with its checkable parts. */
export interface Document {
  /** Its path from the root, with forward slashes. */
  readonly name: string;
  /** Targets of links and pictures, as written. */
  readonly links: readonly string[];
  /** The anchors of headings. */
  readonly anchors: readonly string[];
  /** Lines of code blocks and inline code. */
  readonly code: readonly string[];
}

const SKIPPED = new Set(['node_modules', 'dist', 'build', 'coverage', '.git']);

function listMarkdown(root: string, folder = ''): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listMarkdown(root, name);
    return entry.name.endsWith('.md') ? [name] : [];
  });
}

/** The anchor of a heading: lower case, words joined by hyphens, no other characters. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replace(/ /g, '-');
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Parses one document. */
export function readDocument(name: string, text: string): Document {
  const fences = all(text, /^```[^\n]*\n([\s\S]*?)^```/gm);
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const spans = all(prose, /`([^`\n]+)`/g);
  const linked = prose.replace(/`[^`\n]*`/g, '');
  return {
    name,
    links: [...all(linked, /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g), ...all(linked, /^\[[^\]\n]+\]:\s+(\S+)/gm)],
    anchors: all(prose, /^#+ (.+)$/gm).map(anchorOf),
    code: [...fences.flatMap((fence) => fence.split('\n')), ...spans],
  };
}

/** Every Markdown document below `root`. */
export function readDocuments(root: string): Document[] {
  return listMarkdown(root).map((name) => readDocument(name, fs.readFileSync(path.join(root, name), 'utf8')));
}
