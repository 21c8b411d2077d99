/** Something the developer has to put right; the build prints its message alone, without a stack. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
