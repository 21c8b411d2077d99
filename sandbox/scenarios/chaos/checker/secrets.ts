import type { ChaosWorld } from '../world';

/** All encodings of a key. */
function spellings(keys: ReadonlySet<string>): readonly string[] {
  return [...keys]
    .filter((key) => key !== '')
    .flatMap((key) => [
      key,
      ...['X', 'x', ''].map((word) => Buffer.from(`${key}:${word}`).toString('base64')),
    ])
    .flatMap((text) => [text, encodeURIComponent(text)]);
}

/** Places that expose a key or a person's text; empty if there are none. */
export function findSecrets({ sandbox, keys, answers }: ChaosWorld): readonly string[] {
  const { platform, network } = sandbox;
  const places: Readonly<Record<string, string>> = {
    log: JSON.stringify(platform.log()),
    stores: JSON.stringify(platform.stores()),
    'answers of functions': answers.join('\n'),
    'errors of invocations': JSON.stringify(
      platform.invocations().map(({ error, rendered }) => [error, rendered]),
    ),
    'addresses that were asked': JSON.stringify(network.requests().map(({ path, query }) => [path, query])),
  };
  const words = [...spellings(keys), 'Bearer ', 'Basic ', '@', 'Request ', 'Description of', 'Text of '];
  return Object.entries(places).flatMap(([place, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${word.slice(0, 12)} in ${place}`),
  );
}

/** Hosts that the package contacted besides the two allowed ones. */
export function findForeignHosts({ sandbox }: ChaosWorld, allowed: readonly string[]): readonly string[] {
  const hosts = sandbox.network.requests().map(({ host }) => host);
  return [...new Set(hosts)].filter((host) => !allowed.includes(host));
}
