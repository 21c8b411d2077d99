import { createFreshdeskGet, type FreshdeskGet } from '../freshdesk/get';
import { NOTHING_LEARNED, createQuota } from '../freshdesk/quota';
import { createPostContactEvents, type PostContactEvents } from '../injixo/client';
import { LIMITS } from '../platform/limits';
import type { Settings } from './parse-settings';

/** Clients for a check of the keys outside of any run; each request ends within LIMITS.setupCheckMs. No call is made yet. */
export function openAccess(
  settings: Settings,
  freshdeskUrl: string,
): { readonly get: FreshdeskGet; readonly post: PostContactEvents } {
  const timeoutMs = LIMITS.setupCheckMs;
  const quota = createQuota(NOTHING_LEARNED, Date.now, () => true);
  return {
    get: createFreshdeskGet(
      { baseUrl: freshdeskUrl, apiKey: settings.freshdeskApiKey, timeoutMs },
      quota,
      Date.now,
    ),
    post: createPostContactEvents({
      baseUrl: settings.injixoApiUrl,
      apiKey: settings.injixoApiKey,
      integrationId: settings.injixoIntegrationId,
      timeoutMs,
    }),
  };
}
