/** Reads a script in a test and shows its facts in short lines. */

import type { Embed, Input } from '../../src/languages/front-end.ts';
import { readShell } from '../../src/languages/shell/shell.ts';
import type { Fact, FactOf } from '../../src/model/fact.ts';
import type { Reading } from '../../src/model/project.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

export interface ShellReading extends Reading {
  readonly text: string;
  readonly embedded: readonly Input[];
}

export function readScript(text: string): ShellReading {
  const embedded: Input[] = [];
  const embed: Embed = (input) => {
    embedded.push(input);
    return { documents: [], facts: [], links: [], notes: [] };
  };
  const input = {
    view: fileView(createSource('run.sh', text)),
    path: 'run.sh',
    label: 'run.sh',
    parent: undefined,
    object: undefined,
    target: undefined,
    language: 'shell' as const,
    depth: 0,
  };
  return { ...readShell(input, embed), text, embedded };
}

export function factsOf<K extends Fact['kind']>(reading: Reading, kind: K): FactOf<K>[] {
  return reading.facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** `sudo > docker ps (probes)`: wrappers, words with holes as `_`, and the polarity of what is not run. */
export function commands(text: string): string[] {
  return factsOf(readScript(text), 'command').map((fact) => {
    const wrappers = fact.wrappers.map((wrapper) => `${wrapper.program} > `).join('');
    const words = fact.words.map((word) => word.text).join(' ');
    return `${wrappers}${words}${fact.polarity === 'uses' ? '' : ` (${fact.polarity})`}`.replaceAll('\uE000', '_');
  });
}

/** The characters of the file that a fact points at. */
export function placeOf(fact: Fact, text: string): string {
  const { span } = fact.at.view.root(fact.at.start, fact.at.end);
  return text.slice(span.start, span.end);
}
