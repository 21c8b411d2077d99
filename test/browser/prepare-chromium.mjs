// Not TypeScript: @sparticuz/chromium is an ES module, which jest cannot load; this runs in a separate process.
// It unpacks the Chromium of the npm package into TMPDIR and prints, as JSON, how to start it.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');

const executablePath = await chromium.executablePath();
const home = path.dirname(executablePath);

// The package's own list of font folders assumes another location.
const fonts = ['/usr/share/fonts', path.join(home, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
const fontsFile = path.join(home, 'fonts.conf');
fs.writeFileSync(
  fontsFile,
  `<?xml version="1.0"?><fontconfig>${fonts}<cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
);

const { LD_LIBRARY_PATH = '' } = process.env;
process.stdout.write(
  JSON.stringify({ executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_FILE: fontsFile } }),
);
