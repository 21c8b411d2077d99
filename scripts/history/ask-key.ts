import readline from 'node:readline';
import { Writable } from 'node:stream';

/** The Freshdesk API key from the environment, or from a hidden prompt on the terminal. */
export async function askKey(): Promise<string> {
  const given = process.env['FRESHDESK_API_KEY'] ?? '';
  if (given !== '') return given;
  if (!process.stdin.isTTY)
    throw new Error('Set FRESHDESK_API_KEY, or start this in a terminal to be asked for the key.');
  process.stderr.write('Freshdesk API key (not shown): ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = readline.createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const key = await new Promise<string>((resolve) => terminal.question('', resolve));
  terminal.close();
  process.stderr.write('\n');
  return key.trim();
}
