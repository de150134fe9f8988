/** The flags on a command line, for programs whose flags only one rule asks for. */
import type { Token } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';
import { within } from './tokens.ts';

export interface CommandFlag {
  readonly name: string;
  readonly value: Token | undefined;
  readonly at: Token;
}

/** `--name=value` and `--name value`; a flag before another flag has no value. */
export function flagsOf(fact: CommandFact): readonly CommandFlag[] {
  const flags: CommandFlag[] = [];
  for (let i = 1; i < fact.words.length; i++) {
    const word = fact.words[i];
    if (!word || word.text.length > 4096) continue;
    const match = /^--?([A-Za-z][\w.-]*)(=?)/.exec(word.text);
    if (!match) continue;
    const next = fact.words[i + 1];
    const value = match[2]
      ? within(word, word.text.slice(match[0].length), match[0].length)
      : next?.text.startsWith('-')
        ? undefined
        : next;
    flags.push({ name: match[1] ?? '', value, at: word });
  }
  return flags;
}
