/** Tells commands of the same words from others by a number: a key with the words would take all of them for each path in them. */
import { once } from '../text/once.ts';
import type { CommandFact } from './fact.ts';

export function numberCommands(): (command: CommandFact) => number {
  const numbers = new Map<string, number>();
  return once((command: CommandFact) => {
    const words = command.words.map((word) => word.text).join(' ');
    const number = numbers.get(words) ?? numbers.size;
    numbers.set(words, number);
    return number;
  });
}
