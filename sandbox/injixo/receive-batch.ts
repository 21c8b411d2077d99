import type { Answer } from '../support/stand-in/answer';
import type { Batch } from './read-batch';
import { readBatch } from './read-batch';
import type { InjixoAccount, TokenOwner } from './injixo-account';
import type { InjixoSettings } from './injixo-settings';

/** The relevant parts of a request. */
export interface InjixoRequest {
  readonly isPlainHttp: boolean;
  readonly authorization: string;
  readonly contentType: string;
  readonly text: string;
}

/** The answer to a request, and the batch if it is accepted. */
export interface Verdict {
  readonly answer: Answer;
  readonly batch?: Batch;
  readonly integrationId?: number;
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'not_found' } };
const INVALID_TOKEN: Answer = { status: 401, body: { message: 'Invalid token' } };

const refused = (status: number, field: string): Answer => ({
  status,
  body: { errors: [{ index: -1, field, message: 'is not valid' }] },
});

const tokenOf = (authorization: string): string => /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';

const refusalOfOwner = (owner: TokenOwner, settings: InjixoSettings): Answer | undefined => {
  if (owner.kind === 'nobody') {
    return INVALID_TOKEN;
  }
  if (owner.kind === 'integration' && owner.integration.isDeleted) {
    return settings.deletedStatus === 404 ? NOT_FOUND : INVALID_TOKEN;
  }
  return undefined;
};

const refusalOfForm = (request: InjixoRequest, settings: InjixoSettings): Answer | undefined => {
  if (!/^application\/json(;|$)/i.test(request.contentType.trim())) {
    return { status: 415, body: { message: 'unsupported_media_type' } };
  }
  return Buffer.byteLength(request.text) > settings.maxBytes
    ? { status: 413, body: { message: 'too_large' } }
    : undefined;
};

/** The integration named by a body: it must exist, and match the key's own if the key has one. */
const namedIntegration = (
  account: InjixoAccount,
  own: number | undefined,
  named: number,
): number | undefined => {
  const integration = account.findIntegration(named);
  const isKnown = integration !== undefined && !integration.isDeleted;
  return isKnown && (own ?? named) === named ? named : undefined;
};

/** The integration of a batch: the one the body names, otherwise the key's. */
const integrationOf = (
  account: InjixoAccount,
  owner: TokenOwner,
  { named, isRequired }: { readonly named: number | undefined; readonly isRequired: boolean },
): number | undefined => {
  const own = owner.kind === 'integration' ? owner.integration.id : undefined;
  if (named !== undefined) {
    return namedIntegration(account, own, named);
  }
  return isRequired ? undefined : own;
};

const judgeBatch = (batch: Batch, settings: InjixoSettings, integrationId: number | undefined): Verdict => {
  if (batch.contacts.length > settings.maxContacts) {
    return { answer: { status: 413, body: { message: 'too_large' } } };
  }
  if (integrationId === undefined) {
    return { answer: refused(422, 'meta.integrationConfigurationId') };
  }
  if (batch.contacts.length === 0) {
    const { emptyStatus } = settings;
    return { answer: emptyStatus === 200 ? { status: 200, body: {} } : refused(emptyStatus, 'data') };
  }
  return { answer: { status: settings.successStatus, body: {} }, batch, integrationId };
};

/** Checks a request against the documented contract: all of it is accepted, or nothing. */
export const receiveBatch = (
  request: InjixoRequest,
  account: InjixoAccount,
  settings: InjixoSettings,
): Verdict => {
  if (request.isPlainHttp) {
    return { answer: NOT_FOUND };
  }
  const owner = account.ownerOf(tokenOf(request.authorization));
  const refusal = refusalOfOwner(owner, settings) ?? refusalOfForm(request, settings);
  if (refusal !== undefined) {
    return { answer: refusal };
  }
  const read = readBatch(request.text);
  if ('errors' in read) {
    return { answer: { status: 422, body: { errors: read.errors } } };
  }
  const wanted = {
    named: read.batch.integrationConfigurationId,
    isRequired: settings.isIntegrationIdRequired,
  };
  return judgeBatch(read.batch, settings, integrationOf(account, owner, wanted));
};
