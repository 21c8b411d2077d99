import { chooseLanguage, loadCatalogue } from '../language/catalogue.ts';
import { createSpeaker } from '../language/speak.ts';
import { byId } from '../dom/element.ts';
import { startPage } from './start-page.ts';
import type { AppClient } from './app-client.ts';

declare const app: { initialized(): Promise<AppClient> };

/** Before there is a client the browser's language is all that is known. */
async function tellNoClient(): Promise<void> {
  const { say } = createSpeaker(await loadCatalogue(chooseLanguage(navigator.language)));
  const notice = byId('notice');
  notice.textContent = say('page.no_client');
  notice.hidden = false;
}

async function start(): Promise<void> {
  try {
    await startPage(await app.initialized());
  } catch {
    await tellNoClient();
  }
}

start().catch(() => byId('notice').removeAttribute('hidden'));
