/** The package a module belongs to: `date-fns` of `date-fns/addMinutes`, `@a/b` of `@a/b/c`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
