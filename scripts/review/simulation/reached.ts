/** The counters of one instrumented file, in istanbul's form. */
export interface FileCounters {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
  readonly f: Readonly<Record<string, number>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

/** How many there are of something, and how many of these were reached. */
export interface Share {
  readonly reached: number;
  readonly all: number;
}

/** The four figures that the FDK shows. */
export interface Reached {
  readonly statements: Share;
  readonly branches: Share;
  readonly functions: Share;
  readonly lines: Share;
}

const shareOf = (counts: readonly number[]): Share => ({
  reached: counts.filter((count) => count > 0).length,
  all: counts.length,
});

/** A line counts as reached when a statement that begins on it was. */
function lineCounts({ statementMap, s }: FileCounters): readonly number[] {
  const byLine = new Map<number, number>();
  for (const [id, { start }] of Object.entries(statementMap))
    byLine.set(start.line, Math.max(byLine.get(start.line) ?? 0, s[id] ?? 0));
  return [...byLine.values()];
}

/** What was reached of these files together. */
export function reachedOf(files: readonly FileCounters[]): Reached {
  return {
    statements: shareOf(files.flatMap(({ s }) => Object.values(s))),
    branches: shareOf(files.flatMap(({ b }) => Object.values(b).flat())),
    functions: shareOf(files.flatMap(({ f }) => Object.values(f))),
    lines: shareOf(files.flatMap(lineCounts)),
  };
}

/** The counters of both, file by file. */
export function addCounters(
  one: Readonly<Record<string, FileCounters>>,
  other: Readonly<Record<string, FileCounters>>,
): Readonly<Record<string, FileCounters>> {
  const add = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(a).map(([id, count]) => [id, count + (b[id] ?? 0)]));
  const sum = (a: FileCounters, b: FileCounters): FileCounters => ({
    ...a,
    s: add(a.s, b.s),
    f: add(a.f, b.f),
    b: Object.fromEntries(
      Object.entries(a.b).map(([id, counts]) => [id, counts.map((n, i) => n + (b.b[id]?.[i] ?? 0))]),
    ),
  });
  const added = Object.entries(other).map(([file, counters]) => {
    const before = one[file];
    return [file, before === undefined ? counters : sum(before, counters)] as const;
  });
  return { ...one, ...Object.fromEntries(added) };
}
