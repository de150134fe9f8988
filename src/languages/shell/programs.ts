/** Words by which a command is recognised where it could also be a mere argument. */
import { SUBCOMMANDS } from '../../data/programs.ts';
import { baseName } from '../../text/path.ts';

/** True when the words from `at` on are a known program with arguments that it takes. */
export function looksLikeCommand(words: readonly { readonly text: string }[], at: number): boolean {
  const text = words[at]?.text ?? '';
  const program = baseName(text);
  if (!SUBCOMMANDS.has(program)) return false;
  const next = words[at + 1]?.text;
  if (next === undefined) return false;
  const pattern = SUBCOMMANDS.get(program);
  if (pattern) return pattern.test(next);
  return /^(start|stop|restart|reload|status|try-restart|condrestart)$/.test(words[at + 2]?.text ?? '');
}
