import type { Clock } from '../../support/clock';
import type { JsonObject } from '../../support/json-value';

/** The address of the account's product, for payloads, templates and pages of the app. */
export interface CurrentHost {
  readonly subscribed_modules: readonly string[];
  readonly endpoint_urls: Readonly<Record<string, string>>;
}

/** Creates the payload around an event's data. */
export type Envelope = (event: string, iparams: JsonObject, data?: unknown) => JsonObject;

const REGION = 'EUC';

/** Payloads of one account. Product events have timestamps in seconds with fractions, all others in whole ms. */
export function createEnvelope(account: {
  readonly clock: Clock;
  readonly currentHost: CurrentHost;
}): Envelope {
  const { clock, currentHost } = account;
  return (event, iparams, data) => ({
    currentHost,
    ...(data === undefined ? {} : { data }),
    event,
    iparams,
    app_settings: {},
    region: REGION,
    timestamp: isProductEvent(event) ? clock.now() / 1000 + 0.0004386 : Math.floor(clock.now()),
  });
}

function isProductEvent(event: string): boolean {
  return /^on(?!App|Scheduled)[A-Z]/.test(event);
}
