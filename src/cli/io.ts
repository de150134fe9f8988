/** The surroundings of a run of the command line, so that tests can give their own. */
import type { Layer } from '../config/options.ts';

export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

export interface Io {
  /** Answers an editor until it goes; the paths of the layer are absolute. */
  serve(layer: Layer): Promise<void>;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** False where nobody waits for changes any more; rejects where the folder cannot be watched. */
  untilChange(folder: string, isOwn: (path: string) => boolean): Promise<boolean>;
  readonly out: Stream;
  readonly err: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** As 2027-01-31. */
  readonly today: string;
}

/** NO_COLOR and FORCE_COLOR as their sites define them; --color is stronger than both. */
export function wantsColor(choice: 'auto' | 'always' | 'never', stream: Stream, env: Io['env']): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stream.isTerminal && env.TERM !== 'dumb';
}

/** Terminals that are known to show OSC 8 links; others would print the escape. */
export function showsLinks(stream: Stream, env: Io['env']): boolean {
  if (!stream.isTerminal || env.TERM === 'dumb' || env.CI !== undefined) return false;
  const program = env.TERM_PROGRAM ?? '';
  return (
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'].includes(program) ||
    env.WT_SESSION !== undefined ||
    env.KITTY_WINDOW_ID !== undefined ||
    env.KONSOLE_VERSION !== undefined ||
    Number(env.VTE_VERSION) >= 5000
  );
}

export function terminalWidth(stream: Stream): number {
  const columns = stream.columns ?? 100;
  return Math.max(50, Math.min(columns, 200));
}
