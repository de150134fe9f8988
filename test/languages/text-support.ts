/** Reads a text with one front-end and says in short lines what came out and where. */

import { EMPTY_READING, type FrontEnd, type Input } from '../../src/languages/front-end.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Reading } from '../../src/model/project.ts';
import { createSource, positionAt, spanText } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

export interface Read {
  readonly reading: Reading;
  /** The texts that were handed on to other front-ends. */
  readonly embedded: readonly Input[];
}

export function inputOf(path: string, text: string, more: Partial<Input> = {}): Input {
  return {
    view: fileView(createSource(path, text)),
    path,
    label: path,
    parent: undefined,
    object: undefined,
    target: undefined,
    language: undefined,
    depth: 0,
    ...more,
  };
}

export function readWith(frontEnd: FrontEnd, path: string, text: string, more: Partial<Input> = {}): Read {
  const embedded: Input[] = [];
  const reading = frontEnd(inputOf(path, text, more), (input) => {
    embedded.push(input);
    return EMPTY_READING;
  });
  return { reading, embedded };
}

/** `3:5 setting plugins/cri/x = y`, with line and column of the characters that the fact points at. */
export function describeFacts(reading: Reading, kind?: Fact['kind']): string[] {
  return reading.facts.filter((fact) => kind === undefined || fact.kind === kind).map(describeFact);
}

function describeFact(fact: Fact): string {
  const { span } = fact.at.view.root(fact.at.start, fact.at.end);
  const { line, column } = positionAt(span.source, span.start);
  return `${line}:${column} ${body(fact)}`;
}

function body(fact: Fact): string {
  switch (fact.kind) {
    case 'setting':
      return `${fact.format} ${fact.path.join('/')} = ${fact.value.text}`;
    case 'env':
      return `env ${fact.name}=${fact.value?.text ?? ''}`;
    case 'flag':
      return `${fact.program} --${fact.name}=${fact.value?.text ?? ''}`;
    case 'path':
      return `${fact.polarity === 'uses' ? fact.use : fact.polarity} ${fact.path}`;
    case 'image':
      return `image ${fact.ref}`;
    case 'package':
      return `${fact.action} ${fact.name}`;
    case 'command':
      return `${fact.polarity === 'uses' ? 'run' : fact.polarity} ${fact.words.map((word) => word.text).join(' ')}`;
  }
}

/** Facts whose exact span does not hold the text that they claim. */
export function misplaced(reading: Reading): string[] {
  const wrong: string[] = [];
  for (const fact of reading.facts) {
    const { span, exact } = fact.at.view.root(fact.at.start, fact.at.end);
    const found = spanText(span);
    const inside = span.start >= 0 && span.start <= span.end && span.end <= span.source.text.length;
    if (!inside || (exact && found !== fact.at.text && !fact.at.text.includes('\uE000'))) {
      wrong.push(`${fact.at.text} is not ${found}`);
    }
  }
  return wrong;
}
