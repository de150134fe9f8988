/** A docker command line as a message quotes it. */
import type { CommandFact } from '../../../model/fact.ts';
import { hasHole } from '../../../text/view.ts';
import { authorsText } from './typed.ts';

const OPEN = '…';

/** With the variables that its author wrote; what cannot be told stands once, however many words it is. */
export function commandText({ program, words }: CommandFact): string {
  const written = words.slice(1).map((word) => (hasHole(word.text) ? (authorsText(word) ?? word.text) : word.text));
  const told = written.map((text) => text.replaceAll(HOLES, OPEN));
  const once = told.filter((text, i) => text !== OPEN || told[i - 1] !== OPEN);
  return [program === 'docker-compose' ? program : 'docker', ...once].join(' ');
}

const HOLES = /\uE000+/g;
