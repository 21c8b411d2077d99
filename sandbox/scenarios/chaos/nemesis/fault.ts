import { HOUR, MINUTE } from '../time';
import type { ChaosWorld } from '../world';

/** One thing that goes wrong: begins when called. */
export type Fault = (world: ChaosWorld) => void;

/** Lets something be wrong for a while; it ends early when the storm does. */
export function during(world: ChaosWorld, kind: string, lastsMs: number, end: () => void): void {
  world.count(kind);
  world.trace(`fault: ${kind} for ${Math.round(lastsMs / 1000)} s`);
  world.endings.push({ at: world.now() + lastsMs, keep: end });
}

/** A host refuses, its name is unknown, or its TLS handshake breaks. */
export function outOfReach(host: string, name: string): Fault {
  return (world) => {
    const { nemesis, sandbox } = world;
    const how = nemesis.pick(['dns', 'refused', 'tls'] as const);
    sandbox.network.down(host, how);
    during(world, `${name} ${how}`, nemesis.between(MINUTE, 2 * HOUR), () =>
      sandbox.network.down(host, null),
    );
  };
}
