import { byId } from '../dom/element.ts';
import { chooseLanguage, loadCatalogue } from '../language/catalogue.ts';
import { createSpeaker } from '../language/speak.ts';
import type { AppClient } from './app-client.ts';
import { startPage } from './start-page.ts';

declare const app: { initialized(): Promise<AppClient> };

/** The platform's client, or null if it is not available. */
async function findClient(): Promise<AppClient | null> {
  try {
    return await app.initialized();
  } catch {
    return null;
  }
}

/** Without a client only the browser's language is known. */
async function showNoClient(): Promise<void> {
  const { say } = createSpeaker(await loadCatalogue(chooseLanguage(navigator.language)));
  const notice = byId('notice');
  notice.textContent = say('page.no_client');
  notice.hidden = false;
}

async function start(): Promise<void> {
  const client = await findClient();
  await (client === null ? showNoClient() : startPage(client));
}

// If no language can be loaded, the sentence in index.html remains.
start().catch(() => byId('notice').removeAttribute('hidden'));
