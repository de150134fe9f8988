/** Jenkinsfiles and other Groovy: steps that run a shell, pods written as YAML, host paths of the Kubernetes plug-in. */
import type { Token } from '../model/document.ts';
import type { Reading } from '../model/project.ts';
import { spanOf } from '../text/placed.ts';
import { HOLE, type View, viewBuilder } from '../text/view.ts';
import { groovyStretches } from './conditions/groovy.ts';
import { conditionsAt, linksUnder, underStretches } from './conditions/stretches.ts';
import { createDocument, type Embed, type Input } from './front-end.ts';
import { scriptFacts } from './shell/shell.ts';
import { envFact, imageFact, pathFacts, type ReadingBuilder, readingBuilder, wholeToken } from './text/facts.ts';

interface GroovyString {
  readonly value: Token;
  /** The code before it on its line and the line above: `sh(script: `, `yaml `. */
  readonly before: string;
}

const LOOK_BACK = 160;

export function readGroovy(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'groovy');
  const builder = readingBuilder(document);
  const stretches = groovyStretches(input.view);
  for (const string of groovyStrings(input.view)) {
    const own = readingBuilder(document);
    readString(input, embed, own, string);
    const { documents, ...rest } = own.build();
    const conditions = conditionsAt(stretches, spanOf(string.value).start);
    builder.add(linksUnder({ ...rest, documents: documents.filter((one) => one !== document) }, conditions));
  }
  return underStretches(builder.build(), input.path, stretches);
}

function readString(input: Input, embed: Embed, builder: ReadingBuilder, string: GroovyString): void {
  const { document } = builder;
  const { value, before } = string;
  if (/(?:^|[^\w.])(?:sh|bash)\s*(?:\(\s*)?(?:(?:\w+\s*:\s*[\w"']+\s*,\s*){0,4}script\s*:\s*)?$/.test(before)) {
    builder.add(scriptFacts(value.view, { document, depth: input.depth, embed }));
  } else if (/\b(?:powershell|pwsh)\s*(?:\(\s*)?(?:script\s*:\s*)?$/.test(before)) {
    builder.add(embed(part(input, builder, value, 'powershell')));
  } else if (/\byaml\s*(?:[:(=]\s*)?$|\bpodYaml\s*(?:=\s*)?$/i.test(before) || isPodText(value.text)) {
    builder.add(embed(part(input, builder, value, 'yaml')));
  } else {
    readArgument(builder, before, value);
  }
}

/** A variable of any name may hold the pod: `def agent = """…"""`. */
function isPodText(text: string): boolean {
  return text.includes('\n') && /^[ \t]*kind:[ \t]*['"]?Pod\b/m.test(text) && /^[ \t]*spec:/m.test(text);
}

/** `hostPath: '…'`, `image: '…'`, `envVar(key: 'NAME', value: '…')`, `NAME = '…'`. */
function readArgument(builder: ReadingBuilder, before: string, value: Token): void {
  const { document } = builder;
  const name = /(?<!\w)(\w+)\s*[:=]\s*$/.exec(before)?.[1] ?? '';
  if (name === 'hostPath') builder.fact(...pathFacts(document, value, 'mount'));
  else if (name === 'image') builder.fact(imageFact(document, value, value.text));
  else if (name === 'value') {
    const key = /\bkey\s*:\s*["'](\w+)["']\s*,\s*value\s*:\s*$/.exec(before)?.[1];
    if (key) builder.fact(envFact(document, { ...value, text: key }, value));
  } else if (/^[A-Z][A-Z0-9_]+$/.test(name)) builder.fact(envFact(document, { ...value, text: name }, value));
}

function part(input: Input, builder: ReadingBuilder, value: Token, language: 'yaml' | 'powershell'): Input {
  return {
    view: value.view,
    path: input.path,
    label: `${language === 'yaml' ? 'a pod' : 'a script'} in ${input.label}`,
    parent: builder.document,
    object: input.object,
    target: undefined,
    language,
    depth: input.depth + 1,
  };
}

/** Strings in order, comments passed over. */
function* groovyStrings(view: View): Generator<GroovyString> {
  const { text } = view;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '/' && text[at + 1] === '/' && text[at - 1] !== ':') at = find(text, '\n', at);
    else if (character === '/' && text[at + 1] === '*') at = find(text, '*/', at + 2) + 1;
    else if (character === '#' && at === 0) at = find(text, '\n', at);
    else if (character === '"' || character === "'") {
      const mark = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
      const start = at + mark.length;
      const end = stringEnd(text, start, mark);
      const before = text.slice(Math.max(0, at - LOOK_BACK), at);
      yield { value: stringToken(view, start, end, mark), before };
      at = end + mark.length - 1;
    }
  }
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}

function stringEnd(text: string, start: number, mark: string): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(mark, at)) return at;
    else if (mark.length === 1 && text[at] === '\n') return at;
  }
  return text.length;
}

/** Escapes are taken off; `${…}` of a double-quoted string becomes holes. */
function stringToken(view: View, start: number, end: number, mark: string): Token {
  const { text } = view;
  const builder = viewBuilder(view);
  let from = start;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '\\' && at + 1 < end) {
      builder.copy(from, at);
      builder.put(unescaped(text[at + 1] ?? ''), at, at + 2);
      at++;
      from = at + 1;
    } else if (character === '$' && mark.startsWith('"')) {
      const length = /^\$(?:\{[^}\n]{0,500}\}|[A-Za-z_][\w.]*)/.exec(text.slice(at, Math.min(end, at + 600)))?.[0]
        .length;
      if (!length) continue;
      builder.copy(from, at);
      builder.put(HOLE.repeat(length), at, at + length);
      at += length - 1;
      from = at + 1;
    }
  }
  builder.copy(from, end);
  const plain = mark.length === 3;
  return wholeToken(
    builder.build((replacement) =>
      /[\\$'"]/.test(replacement) || (!plain && replacement.includes('\n')) ? null : replacement,
    ),
  );
}

function unescaped(letter: string): string {
  if (letter === 'n') return '\n';
  if (letter === 't') return '\t';
  return letter === '\n' ? '' : letter;
}
