/** A problem the developer must fix; the build prints only its message, without a stack. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
