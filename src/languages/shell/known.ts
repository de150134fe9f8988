/** What is known where a test stands, and the words of it as they are written. */
import type { Token } from '../../model/document.ts';
import { spanText } from '../../text/source.ts';
import { HOLE, hasHole, type View } from '../../text/view.ts';
import type { ShellWord } from './ast.ts';
import type { Assigned, Engine, FunctionBody } from './engine.ts';
import type { Variables } from './variables.ts';
import type { Scope } from './words.ts';

export interface Known {
  readonly view: View;
  readonly variables: Variables;
  readonly functions: ReadonlyMap<string, FunctionBody>;
  /** The values that the script itself gives to variables, and where it does. */
  readonly assigned: ReadonlyMap<string, readonly Assigned[]>;
  /** The function that the test stands in. */
  readonly body: FunctionBody | undefined;
  readonly depth: number;
}

export function knownIn({ functions, assigned, body }: Engine, { view, variables }: Scope): Known {
  return { view, variables, functions, assigned, body, depth: 0 };
}

export function variableIn(word: ShellWord): string | undefined {
  const part = word.parts.find((p) => p.kind === 'variable');
  return part?.kind === 'variable' ? part.name : undefined;
}

/** The characters of the word in the file, where a template stands as well. */
export function sourceOf(word: ShellWord, { view }: Known): string {
  const text = view.text.slice(word.start, word.end);
  return hasHole(text) ? spanText(view.root(word.start, word.end).span) : text;
}

/** The characters of a word, or of anything else that is parsed. */
export function wordToken({ start, end }: Pick<ShellWord, 'start' | 'end'>, { view }: Known): Token {
  return { text: view.text.slice(start, end), view, start, end };
}

/** The text with a hole for everything that is not written out. */
export function writtenText(word: ShellWord | undefined, { view }: Known): string {
  if (!word) return '';
  return word.parts.map((part) => (part.kind === 'text' ? part.value : lookedUp(part, view))).join('');
}

function lookedUp(part: { readonly start: number; readonly end: number }, view: View): string {
  return /^\$\{?DOCKER(_BIN|_CMD)?\}?$/.test(view.text.slice(part.start, part.end)) ? 'docker' : HOLE;
}
