/** The flags on a command line, for programs whose flags only one rule asks for. */
import { cutToken, type Flag, readFlags } from '../../languages/flags.ts';
import type { CommandFact } from '../../model/fact.ts';

const LONGEST_WORD = 4096;

export function flagsOf({ program, words }: CommandFact): readonly Flag[] {
  const own = words.slice(1).filter(({ text }) => text.length <= LONGEST_WORD);
  return readFlags(program, own, cutToken).filter((flag) => flag.program === program);
}
