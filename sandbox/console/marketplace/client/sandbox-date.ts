const RealDate = Date;

/** Makes `Date` in this frame tell the sandbox's time when it is asked for the present. */
export function replaceDate(now: () => number): void {
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args) as Date,
    get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
