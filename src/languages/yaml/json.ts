/** JSON as the same trees as YAML; comments and trailing commas are accepted, as the tools that read such files do. */
import type { Note } from '../../model/note.ts';
import { endOfLine } from '../../text/source.ts';
import { hasHole, type View } from '../../text/view.ts';
import { DEPTH_LIMIT } from './depth.ts';
import { createScalar, NODE_LIMIT, type YamlDocument, type YamlNode, type YamlPair, type YamlScalar } from './yaml.ts';

export interface JsonResult {
  readonly document: YamlDocument | undefined;
  readonly notes: readonly Note[];
}

interface Failure {
  readonly code: 'syntax' | 'too-deep' | 'too-many';
  readonly message: string;
  readonly at: number;
}

/** What stands before the first mistake is kept, and the mistake is a note. */
export function parseJson(view: View, path: string): JsonResult {
  const reader = createReader(view);
  const root = reader.read();
  const failure = reader.failure();
  const notes: Note[] = failure
    ? [
        {
          code: failure.code,
          message: failure.message,
          path,
          span: view.root(failure.at, Math.min(failure.at + 1, view.text.length)).span,
          coverage: 'partly',
        },
      ]
    : [];
  return { document: root ? { view, root } : undefined, notes };
}

function createReader(view: View) {
  const text = view.text;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const masked = hasHole(text);
  let nodes = NODE_LIMIT;
  let failure: Failure | undefined;

  const fail = (code: Failure['code'], message: string) => {
    failure ??= { code, message, at };
    return undefined;
  };

  const skip = () => {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x2f && text[at + 1] === '/') at = endOfLine(text, at);
      else if (code === 0x2f && text[at + 1] === '*') at = commentEnd(text, at);
      else if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    }
  };

  const string = (): YamlScalar => {
    const start = at;
    for (at++; at < text.length; at++) {
      const char = text[at];
      if (char === '\\') at++;
      else if (char === '"' || char === '\n') break;
    }
    if (text[at] === '"') at++;
    else fail('syntax', 'not valid JSON: a string does not end');
    at = Math.min(at, text.length);
    const place = { style: 'double', start, end: at, inFlow: true, body: start, indent: 0 } as const;
    const scalar = createScalar(view, place, '');
    const raw = text.slice(start + 1, text[at - 1] === '"' && at - 1 > start ? at - 1 : at);
    return raw.includes('\\') ? createScalar(view, place, scalar.view.text) : createScalar(view, place, raw);
  };

  const word = (): YamlScalar | undefined => {
    const start = at;
    while (at < text.length && !',:[]{}"\n\r\t '.includes(text[at] ?? '')) at++;
    if (at === start) return fail('syntax', `not valid JSON: unexpected ${text[at] ?? 'end'}`);
    const place = { style: 'plain', start, end: at, inFlow: true, body: start, indent: 0 } as const;
    return createScalar(view, place, text.slice(start, at));
  };

  const value = (depth: number): YamlNode | undefined => {
    if (nodes-- <= 0) return fail('too-many', `more than ${NODE_LIMIT} values; the rest is not read`);
    if (depth > DEPTH_LIMIT) return fail('too-deep', `nested deeper than ${DEPTH_LIMIT} levels; the rest is not read`);
    skip();
    const char = text[at];
    if (char === '{') return object(depth);
    if (char === '[') return array(depth);
    return char === '"' ? string() : word();
  };

  /** Commas that a template writes between items are not alone when the template is masked. */
  const commas = () => {
    skip();
    for (; text[at] === ','; skip()) at++;
  };

  const separator = (close: string): boolean => {
    skip();
    if (text[at] === ',') commas();
    else if (text[at] !== close && !masked) fail('syntax', `not valid JSON: expected "," or "${close}"`);
    skip();
    return failure === undefined && text[at] !== close;
  };

  const array = (depth: number): YamlNode => {
    const start = at++;
    const items: YamlNode[] = [];
    commas();
    for (let more = text[at] !== ']'; more; more = separator(']')) {
      const item = value(depth + 1);
      if (item) items.push(item);
    }
    if (!failure) at++;
    return { kind: 'list', start, end: at, items };
  };

  const object = (depth: number): YamlNode => {
    const start = at++;
    const pairs: YamlPair[] = [];
    commas();
    for (let more = text[at] !== '}'; more; more = separator('}')) {
      const key = text[at] === '"' ? string() : word();
      skip();
      if (text[at] === ':') at++;
      else if (key && /^\uE000+$/.test(key.text)) continue;
      else fail('syntax', 'not valid JSON: expected ":"');
      if (!key || failure) break;
      pairs.push({ key, value: value(depth + 1) });
    }
    if (!failure) at++;
    return { kind: 'map', start, end: at, pairs };
  };

  return { read: () => value(0), failure: () => failure };
}

function commentEnd(text: string, from: number): number {
  const end = text.indexOf('*/', from + 2);
  return end < 0 ? text.length : end + 1;
}
