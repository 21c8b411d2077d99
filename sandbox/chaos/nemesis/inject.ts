import type { ChaosWorld } from '../world';

/** One thing that goes wrong: begins when called. */
export type Fault = (world: ChaosWorld) => void;

/** Lets something be wrong for a while; it ends early when the storm does. */
export function during(world: ChaosWorld, kind: string, lastsMs: number, end: () => void): void {
  world.count(kind);
  world.trace(`fault: ${kind} for ${Math.round(lastsMs / 1000)} s`);
  world.endings.push({ at: world.now() + lastsMs, keep: end });
}
