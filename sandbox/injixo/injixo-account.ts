import type { ReadOnlyClock } from '../support/clock';
import { keepFields, keepMap, keepSet, restoreAll, type Restorable } from '../support/snapshot';

/** An integration set up in injixo. */
export interface Integration {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  readonly isDeleted: boolean;
}

/** The owner of a bearer token. */
export type TokenOwner =
  | { readonly kind: 'integration'; readonly integration: Integration }
  | { readonly kind: 'person' }
  | { readonly kind: 'nobody' };

/** The account's settings. */
export interface InjixoAccount extends Restorable {
  /** Adds an integration with a unique name. */
  addIntegration(input: { readonly name: string; readonly domain: string }): Integration;
  /** Generates the API key of an integration, shown once; the previous one expires. */
  generateKey(integrationId: number): string;
  /** Deletes an integration; its key expires. */
  deleteIntegration(integrationId: number): void;
  /** Creates a personal access token. */
  createPersonalToken(): string;
  findIntegration(integrationId: number): Integration | undefined;
  /** All integrations in the order of creation, deleted ones included. */
  listIntegrations(): readonly Integration[];
  /** When the keys of an integration were generated, oldest first; only the last one is valid. */
  keysMadeAt(integrationId: number): readonly number[];
  /** The integration (possibly deleted) or person of a token. */
  ownerOf(token: string): TokenOwner;
}

const FIRST_INTEGRATION_ID = 1234;

/** An account without integrations. */
export const createInjixoAccount = (clock: ReadOnlyClock): InjixoAccount => {
  const integrations = new Map<number, Integration>();
  const keys = new Map<number, string>();
  const keysMadeAt = new Map<number, readonly number[]>();
  const personalTokens = new Set<string>();
  const secrets = { made: 0 };
  const secret = (prefix: string): string => `${prefix}-${(secrets.made += 1)}-${clock.now().toString(36)}`;

  const existing = (integrationId: number): Integration => {
    const integration = integrations.get(integrationId);
    if (integration === undefined || integration.isDeleted) {
      throw new Error(`There is no integration ${integrationId}`);
    }
    return integration;
  };

  const addIntegration: InjixoAccount['addIntegration'] = ({ name, domain }) => {
    if ([...integrations.values()].some((other) => !other.isDeleted && other.name === name)) {
      throw new Error(`There is an integration called ${name} already`);
    }
    const integration = { id: FIRST_INTEGRATION_ID + integrations.size, name, domain, isDeleted: false };
    integrations.set(integration.id, integration);
    return integration;
  };

  const ownerOf: InjixoAccount['ownerOf'] = (token) => {
    if (personalTokens.has(token)) {
      return { kind: 'person' };
    }
    const id = [...keys].find(([, key]) => key === token)?.[0];
    const integration = id === undefined ? undefined : integrations.get(id);
    return integration === undefined ? { kind: 'nobody' } : { kind: 'integration', integration };
  };

  return {
    addIntegration,
    ownerOf,
    generateKey: (integrationId) => {
      const key = secret('injixo-key');
      keys.set(existing(integrationId).id, key);
      keysMadeAt.set(integrationId, [...(keysMadeAt.get(integrationId) ?? []), clock.now()]);
      return key;
    },
    deleteIntegration: (integrationId) => {
      integrations.set(integrationId, { ...existing(integrationId), isDeleted: true });
    },
    createPersonalToken: () => {
      const token = secret('personal-token');
      personalTokens.add(token);
      return token;
    },
    findIntegration: (integrationId) => integrations.get(integrationId),
    listIntegrations: () => [...integrations.values()],
    keysMadeAt: (integrationId) => keysMadeAt.get(integrationId) ?? [],
    takeSnapshot: () =>
      restoreAll([
        keepMap(integrations),
        keepMap(keys),
        keepMap(keysMadeAt),
        keepSet(personalTokens),
        keepFields(secrets),
      ]),
  };
};
