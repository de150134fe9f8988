/** Programs with subcommands that run a command elsewhere: `kubectl exec`, `gcloud compute ssh`, `aws ssm send-command`. */
import { REMOTE_FORMS, REMOTE_VERBS, type RemoteVerb } from '../../data/remote-runners.ts';
import { joinedView } from '../../text/join.ts';
import { viewOf } from '../../text/placed.ts';
import type { View } from '../../text/view.ts';
import { sub } from './flags.ts';
import { looksLikeCommand } from './programs.ts';
import type { ShellToken } from './words.ts';

export type Step =
  | {
      readonly kind: 'rest';
      readonly rest: readonly ShellToken[];
      readonly guess?: boolean;
      /** The wrapper's own words, where the command does not stand at their end. */
      readonly words?: readonly ShellToken[];
    }
  | {
      readonly kind: 'scripts';
      readonly views: readonly View[];
      readonly words: readonly ShellToken[];
      readonly guess?: boolean;
      /** That of the shell which reads them, where it is none of POSIX. */
      readonly language?: 'powershell' | 'batch' | undefined;
    }
  | {
      /** Several things that the options of one program name. */
      readonly kind: 'parts';
      readonly parts: readonly Part[];
      readonly words: readonly ShellToken[];
    }
  | {
      readonly kind: 'stdin';
      /** The words with the machine at their end, where it does not stand there. */
      readonly words?: readonly ShellToken[];
    };

/** A text that a shell reads, or the words of a command, with what it is given to read. */
export type Part =
  | { readonly kind: 'script'; readonly view: View }
  | { readonly kind: 'command'; readonly words: readonly ShellToken[]; readonly input?: View };

/** A command that stands nowhere as such: what is no word of the file stands at `at`. */
export function standingFor(at: ShellToken, ...given: readonly (string | ShellToken)[]): Part {
  return { kind: 'command', words: given.map((word) => (typeof word === 'string' ? { ...at, text: word } : word)) };
}

/** Undefined where the program has no such subcommand. */
export function unwrapRunner(program: string, words: readonly ShellToken[]): Step | undefined {
  const runner = REMOTE_VERBS.get(program);
  const verb = runner ? words.findIndex((word) => runner.verbs.includes(word.text)) : -1;
  if (!runner || verb < 0) return undefined;
  const given = scriptsOf(program, words, runner);
  if (given) return given;
  const dashes = words.findIndex((word, i) => i > verb && word.text === '--');
  const rest = dashes >= 0 ? words.slice(dashes + 1) : words.slice(verb + 1);
  if (rest.length === 0) return dashes >= 0 ? undefined : { kind: 'stdin' };
  const text =
    runner.quoted && dashes < 0 ? words.find(({ text }, i) => i > verb + 1 && isQuotedCommand(text)) : undefined;
  if (text) return { kind: 'scripts', views: [viewOf(text)], words: words.filter((word) => word !== text) };
  if (/^(?:ssh|shell)$/.test(words[verb]?.text ?? '')) return behindSsh(words, verb, dashes, runner);
  if (dashes >= 0) return { kind: 'rest', rest };
  const start = words.findIndex((_, i) => i > verb + 1 && looksLikeCommand(words, i));
  return start < 0 ? undefined : { kind: 'rest', rest: words.slice(start) };
}

/** `'sudo docker ps'`, and no query such as `'role:a AND role:b'`. */
function isQuotedCommand(text: string): boolean {
  return /^(?:[\w./-]{1,200})\s+\S/.test(text) && !/^[\w*-]{1,100}\s+(?:AND|OR|NOT)\s/.test(text);
}

export function isRunner(program: string): boolean {
  return REMOTE_VERBS.has(program);
}

/** The texts of an option, up to the next one: `--scripts 'a' 'b'`. */
function scriptsOf(program: string, words: readonly ShellToken[], { scripts = [] }: RemoteVerb): Step | undefined {
  for (const option of scripts) {
    const at = words.findIndex(({ text }) => text === option || text.startsWith(`${option}=`));
    const word = words[at];
    if (!word) continue;
    const own = words.slice(0, at);
    if (word.text !== option) return found([sub(word, option.length + 1)], program, own);
    const next = words.findIndex(({ text }, i) => i > at + 1 && text.startsWith('-'));
    const values = words.slice(at + 1, next < 0 ? undefined : next);
    const all = program === 'az' || program === 'aws' ? values : values.slice(0, 1);
    // What stands behind the option may name the machine.
    if (all.length > 0) return found(all, program, [...own, ...words.slice(at + 1 + all.length)]);
  }
  return undefined;
}

function found(values: readonly ShellToken[], program: string, own: readonly ShellToken[]): Step {
  const texts = program === 'aws' ? values.flatMap(commandsOfDocument) : values;
  return { kind: 'scripts', views: texts.map(viewOf), words: own };
}

const LONGEST_PARAMETERS = 100_000;

/** `commands=["a","b"]`, `commands='a'`, `{"commands": ["a"]}`: the commands among the parameters of a document of SSM. */
function commandsOfDocument(value: ShellToken): readonly ShellToken[] {
  const head = /^\s*(?:\{\s*)?["']?commands?["']?\s*[=:]\s*/.exec(value.text.slice(0, 200))?.[0];
  if (head === undefined || value.text.length > LONGEST_PARAMETERS) return [];
  const list = sub(value, head.length);
  if (!/^[["]/.test(list.text)) return [list];
  const end = list.text.startsWith('[') ? endOfList(list.text) : list.text.length;
  return [...list.text.slice(0, end).matchAll(/"((?:[^"\\]|\\.){0,20000})"/g)].map(({ index, 1: inner = '' }) =>
    sub(list, index + 1, index + 1 + inner.length),
  );
}

/** Where the list ends: the bracket behind its last text. */
function endOfList(text: string): number {
  const end = /"\s*\]/.exec(text);
  return end ? end.index + 1 : text.length;
}

/** `minikube ssh [options] command`: options of the tool, and the machine, may stand before the command. */
function behindSsh(words: readonly ShellToken[], verb: number, dashes: number, runner: RemoteVerb): Step {
  if (dashes >= 0) {
    const from = runner.handsToSsh ? behindOptions(words, dashes + 1, REMOTE_FORMS.get('ssh')?.valued) : dashes + 1;
    return scriptFrom(words, from);
  }
  const first = behindOptions(words, verb + 1, runner.valued);
  if (!runner.named) return scriptFrom(words, first);
  // What is for ssh itself, or for the tool, begins with a dash: there is no command then.
  const behind = behindOptions(words, first + 1, runner.valued);
  return runner.handsToSsh ? { kind: 'stdin' } : scriptFrom(words, behind);
}

export function behindOptions(words: readonly ShellToken[], from: number, valued = ''): number {
  const names = new Set(valued.split(' '));
  let at = from;
  for (; at < words.length && /^-./.test(words[at]?.text ?? ''); at++)
    if (takesValue(words[at]?.text ?? '', names)) at++;
  return Math.min(at, words.length);
}

export function takesValue(text: string, valued: ReadonlySet<string>): boolean {
  if (text.startsWith('--')) return valued.has(text);
  if (!text.startsWith('-')) return false;
  for (let i = 1; i < text.length; i++) if (valued.has(text[i] ?? '')) return i === text.length - 1;
  return false;
}

function scriptFrom(words: readonly ShellToken[], from: number): Step {
  const command = words.slice(from);
  return command.length === 0
    ? { kind: 'stdin' }
    : { kind: 'scripts', views: [joined(command)], words: words.slice(0, from) };
}

export function joined(tokens: readonly ShellToken[]): View {
  const [only] = tokens;
  return only && tokens.length === 1 ? viewOf(only) : joinedView(tokens);
}
