import { chooseLanguage } from './catalogue/catalogue.ts';
import { createSpeaker } from './catalogue/speak.ts';
import { byId } from './dom/element.ts';
import { startPage } from './start-page.ts';
import type { AppClient } from './functions/app-client.ts';

declare const app: { initialized(): Promise<AppClient> };

/** Before there is a client the browser's language is all that is known. */
function tellNoClient(): void {
  const notice = byId('notice');
  notice.textContent = createSpeaker(chooseLanguage(navigator.language)).say('page.no_client');
  notice.hidden = false;
}

async function start(): Promise<void> {
  try {
    await startPage(await app.initialized());
  } catch {
    tellNoClient();
  }
}

start().catch(tellNoClient);
