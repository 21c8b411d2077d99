import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { OpenChromium } from './open-chromium';
import { openPage, openTab } from './open-page';

const SCRIPT = `
let client;
init();
async function init() { client = await app.initialized(); }
async function checkKey(newValue) {
  const { currentHost } = await client.data.get('currentHost');
  const hint = newValue + ' for ' + currentHost.endpoint_urls.freshdesk + ', ' + utils.get('channel_mapping');
  utils.set('injixo_api_key', { hint });
  utils.set('alert_email', { visible: false });
}
`;

/** The built package with a script for its install page. */
function packageWithScript(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-package-'));
  fs.cpSync('dist', dir, { recursive: true });
  const file = path.join(dir, 'config/iparams.json');
  const fields = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, object>;
  const field = { ...fields['injixo_api_key'], events: [{ change: 'checkKey' }] };
  fs.writeFileSync(file, JSON.stringify({ ...fields, injixo_api_key: field }));
  fs.mkdirSync(path.join(dir, 'config/assets'), { recursive: true });
  fs.writeFileSync(path.join(dir, 'config/assets/iparams.js'), SCRIPT);
  return dir;
}

/** An install page with its own script: the script gets changes, shows hints and hides fields. */
export function installScriptStory(chromium: () => OpenChromium): void {
  it('lets the package’s own script work on the install page', async () => {
    const dir = packageWithScript();
    const open = await openPage(chromium(), dir);
    await openTab(open.page, 'Installation');
    const form = open.page.frameLocator('iframe[title*="marketplace"]');
    await form.getByLabel('injixo API key').fill('abc');
    await form.getByLabel('injixo API key').press('Tab');

    await form.getByText('abc for https://acme.freshdesk.com, Cases').waitFor();
    await form.getByLabel('Alert e-mail').waitFor({ state: 'hidden' });
    expect(open.complaints).toEqual([]);
    await open.close();
    fs.rmSync(dir, { recursive: true });
  });
}
