/** Virtual time in milliseconds since 1970. The stand-ins never look at a real clock. */
export interface Clock {
  now(): number;
}
