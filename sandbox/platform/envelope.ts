import type { Clock } from '../clock';
import type { JsonObject } from './json-value';

/** Makes the payload around an event's data. */
export type Envelope = (event: string, iparams: JsonObject, data?: unknown) => JsonObject;

/** Payloads for one account; product events tell the time in seconds with fractions, all others in whole ms. */
export function createEnvelope(account: {
  readonly clock: Clock;
  readonly host: string;
  readonly region: string;
  readonly productModules: readonly string[];
}): Envelope {
  const { clock, host, region, productModules } = account;
  return (event, iparams, data) => ({
    currentHost: {
      subscribed_modules: productModules,
      endpoint_urls: { freshdesk: `https://${host}` },
    },
    ...(data === undefined ? {} : { data }),
    event,
    iparams,
    app_settings: {},
    region,
    timestamp: isProductEvent(event) ? clock.now() / 1000 + 0.0004386 : Math.floor(clock.now()),
  });
}

function isProductEvent(event: string): boolean {
  return event !== 'onScheduledEvent' && !event.startsWith('onApp');
}
