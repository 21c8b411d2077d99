import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openPage, openTab, type OpenPage } from './open-page';

jest.setTimeout(60_000);

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

describe('an install page with a script of its own', () => {
  let dir: string;
  let open: OpenPage;

  beforeAll(async () => {
    dir = packageWithScript();
    open = await openPage(dir);
  });
  afterAll(async () => {
    await open.close();
    fs.rmSync(dir, { recursive: true });
  });

  it('lets the script hear of changes, give hints and hide fields', async () => {
    await openTab(open.page, 'Installation');
    const form = open.page.frameLocator('iframe[title*="marketplace"]');
    await form.getByLabel('injixo API key').fill('abc');
    await form.getByLabel('injixo API key').press('Tab');

    await form.getByText('abc for https://acme.freshdesk.com, Cases').waitFor();
    await form.getByLabel('Tell this person when something needs attention').waitFor({ state: 'hidden' });
    expect(open.complaints).toEqual([]);
  });
});
