import { chooseLanguage, type Language } from '../language/catalogue.ts';
import type { AppClient } from './app-client.ts';

interface User {
  readonly language?: unknown;
  readonly contact?: { readonly language?: unknown } | null;
}

/** The signed-in user's language in the platform's answer; Freshdesk stores it with the agent's contact. */
export function languageOf(answer: object): unknown {
  const { loggedInUser } = answer as { readonly loggedInUser?: User | null };
  return loggedInUser?.contact?.language ?? loggedInUser?.language;
}

/**
 * The page's language for the signed-in user, or for the browser if the platform does not provide one. Never rejects.
 */
export async function readLanguage(client: AppClient, ofBrowser: string): Promise<Language> {
  try {
    return chooseLanguage(languageOf(await client.data.get('loggedInUser')) ?? ofBrowser);
  } catch {
    return chooseLanguage(ofBrowser);
  }
}
