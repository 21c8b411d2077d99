/** The same fields without those that are null: an absent field means that nothing is known. */
export function knownFields<T extends object>(fields: T): { [Field in keyof T]?: NonNullable<T[Field]> } {
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as { [Field in keyof T]?: NonNullable<T[Field]> };
}
