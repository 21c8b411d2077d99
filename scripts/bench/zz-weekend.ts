import { createSandbox } from '../../sandbox/create-sandbox';
import { install, designNamed } from './design';
void (async () => {
  const [hours = '62'] = process.argv.slice(2);
  const sandbox = await createSandbox({ packageDir: designNamed('live').packageDir, seed: 1 });
  await install(designNamed('live'), sandbox);
  const { platform, freshdesk, injixo } = sandbox; const { actions } = freshdesk;
  const group = actions.createGroup('Sales').id;
  await platform.advance(600000);
  injixo.faults.add({ kind: 'status', status: 503 });
  let most = 0; let n = 0; let biggest = 0;
  const t0 = Date.now();
  for (let m = 0; m < Number(hours) * 60; m++) {
    for (let k = 0; k < 5; k++) {
      const t = actions.createTicket({ groupId: group }); n++;
      await platform.advance(4000);
      for (const status of [3, 6, 5]) actions.changeStatus(t.id, status);
      await platform.advance(8000);
    }
    if (m % 10 === 0) { const s = platform.stores(); most = Math.max(most, (s.entities['contacts'] ?? []).length); biggest = Math.max(biggest, ...Object.values(s.keyValues).map((v) => JSON.stringify(v).length)); }
    if (m % 600 === 0) console.log(m / 60, 'h', n, 'out', most, 'biggest', biggest, 'state', JSON.stringify(platform.stores().keyValues['state']).length, Math.round((Date.now() - t0) / 1000), 's', Math.round(process.cpuUsage().user / 1e6), 'cpu');
  }
  injixo.faults.clear();
  let min = 0; const sum = () => injixo.queues().reduce((s, q) => s + q.offered, 0);
  while (sum() < n && min < 600) { await platform.advance(300000); min += 5; }
  const s = platform.stores();
  console.log({ contacts: n, sent: sum(), queues: injixo.queues().map((q) => [q.queueName, q.offered]), drained: min, most, biggest, keys: Object.keys(s.keyValues).length, left: (s.entities['contacts'] ?? []).length, waits: (s.keyValues['state'] as any).outbox.waiting.keys.length, violations: platform.violations().length, cpu: process.cpuUsage().user / 1e6 });
  await sandbox.stop();
})();
