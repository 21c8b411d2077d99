import { parseArgs } from 'node:util';

/** An option as `parseArgs` takes it, and what it does, in words. */
interface Option {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  /** What stands behind it, such as `17`; none for a switch. */
  readonly takes?: string;
  readonly about: string;
}

/** A command as its help shows it. */
export interface Command {
  /** How it is called, such as `npm run chaos`. */
  readonly name: string;
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What may stand without an option, such as `[folder …]`. */
  readonly operands?: string;
  /** More to choose from, below the options. */
  readonly more?: string;
}

const HELP: Option = { type: 'boolean', about: 'shows this, and does nothing else' };

function optionLine([name, { takes, default: preset, about }]: readonly [string, Option]): string {
  const left = `  --${name}${takes === undefined ? '' : ` ${takes}`}`;
  const without = typeof preset === 'string' && takes !== preset ? ` (without it: ${preset})` : '';
  return `${left.padEnd(26)} ${about}${without}`;
}

/** The help of a command: how it is called, what it does, and each option with its default. */
export function helpOf({ name, about, options, operands = '', more }: Command): string {
  const call = [name, Object.keys(options).length > 0 ? '-- [options]' : '', operands]
    .filter(Boolean)
    .join(' ');
  const lines = [...Object.entries(options), ['help', HELP] as const].map(optionLine);
  return [call, about, lines.join('\n'), more ?? ''].filter((part) => part !== '').join('\n\n');
}

/** The values of a command's options; throws a sentence that names the known ones when an argument is not known. */
export function readArguments<C extends Command>(command: C, args: readonly string[]) {
  const { options, operands } = command;
  try {
    return parseArgs<{ options: C['options']; allowPositionals: boolean; args: string[] }>({
      args: [...args],
      options,
      allowPositionals: operands !== undefined,
    });
  } catch (error) {
    const known = [...Object.keys(options), 'help'].map((option) => `--${option}`).join(', ');
    const [reason] = (error as Error).message.split('. ');
    throw new Error(`${reason}. ${command.name} knows ${known}.`);
  }
}

/** Runs a command: shows its help when asked, before anything else; says what went wrong, and exits with 1. */
export async function runCommand(command: Command, run: (args: readonly string[]) => unknown): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(helpOf(command));
  try {
    await run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
