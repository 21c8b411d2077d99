import { HOUR, MINUTE } from '../time';
import type { ChaosWorld } from '../world';

/** A fault that starts when called. */
export type Fault = (world: ChaosWorld) => void;

/** The name of the recurring schedule. */
export const TICK = 'injixo-connect-tick';

/** Keeps a fault active for a time, or until the storm ends. */
export function during(world: ChaosWorld, kind: string, lastsMs: number, end: () => void): void {
  world.count(kind);
  world.trace(`fault: ${kind} for ${Math.round(lastsMs / 1000)} s`);
  world.endings.push({ at: world.now() + lastsMs, keep: end });
}

/** A host refuses connections, its name is unknown, or its TLS handshake fails. */
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
