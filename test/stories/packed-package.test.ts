import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { readPackageFiles } from '../../scripts/shared/package/app-package';
import { zipPackage } from '../../scripts/build/zip-package';
import { expectAllArrived, queueSums } from './explain';
import { packageDir } from './package-dir';
import { endStories, startStory } from './story';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'packed-'));
});

afterEach(async () => {
  fs.rmSync(folder, { recursive: true });
  await endStories();
});

function unpack(zip: Uint8Array): string[] {
  const files = unzipSync(zip);
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return Object.keys(files);
}

describe('the packed package', () => {
  it('holds what the FDK packs: neither samples nor tests nor what only tools read', () => {
    const names = unpack(zipPackage(readPackageFiles(packageDir())));

    expect(names).toEqual(expect.arrayContaining(['manifest.json', 'README.md', 'server/server.js']));
    expect(
      names.filter((name) => !/^(?:manifest\.json|README\.md|app\/|config\/|server\/)/.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => name.includes('test_data'))).toEqual([]);
  });

  it('is smaller than a megabyte', () => {
    expect(zipPackage(readPackageFiles(packageDir())).length).toBeLessThan(1_000_000);
  });

  it('is the same, byte for byte, whatever the order of its files', () => {
    const files = [...readPackageFiles(packageDir())];

    expect(Buffer.from(zipPackage(new Map(files)))).toEqual(
      Buffer.from(zipPackage(new Map([...files].reverse()))),
    );
  });

  it('counts an e-mail ticket and its second e-mail as two contacts', async () => {
    unpack(zipPackage(readPackageFiles(packageDir())));
    const story = await startStory({ packageDir: folder });
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');

    const ticket = actions.createTicket({ groupId: group.id });
    await story.minutes(20);
    actions.agentReply(ticket.id);
    actions.customerReply(ticket.id, { channel: 'email' });
    await story.minutes(20);

    expect(queueSums(story)).toEqual({
      'CustomerService email Tickets': 1,
      'CustomerService email Replies': 1,
    });
    expectAllArrived(story);
  });
});
