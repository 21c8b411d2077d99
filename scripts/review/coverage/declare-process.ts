import fs from 'node:fs';
import path from 'node:path';

/** The sandbox lets server code require only packages of manifest.json; an instrumented package counts in this process. */
export function declareProcess(packageDir: string): void {
  const file = path.join(packageDir, 'manifest.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  manifest.dependencies['process'] = '0.0.0';
  fs.writeFileSync(file, JSON.stringify(manifest));
}
