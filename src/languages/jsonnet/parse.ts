/** The literal objects of a Jsonnet text as trees; what would have to be evaluated is a hole. */
import type { Token } from '../../model/document.ts';
import { endOfLine } from '../../text/source.ts';
import { HOLE, type View, viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';
import { closingQuote, escapedString, plainString } from '../text/strings.ts';
import { scalarOf, type YamlNode, type YamlPair, type YamlScalar } from '../yaml/yaml.ts';

const MAX_DEPTH = 100;

interface Reader {
  readonly view: View;
  readonly text: string;
  at: number;
  readonly roots: YamlNode[];
}

/** The outermost objects and lists, in order. */
export function parseJsonnet(view: View): readonly YamlNode[] {
  const reader: Reader = { view, text: view.text, at: 0, roots: [] };
  while (skipSpace(reader)) {
    const node = readOperand(reader, 0);
    if (node && node.kind !== 'scalar') reader.roots.push(node);
  }
  return reader.roots;
}

/** One literal; undefined, and one step further, for everything else. */
function readOperand(reader: Reader, depth: number): YamlNode | undefined {
  const { text } = reader;
  const character = text[reader.at] ?? '';
  if (character === '{' && depth < MAX_DEPTH) return readObject(reader, depth + 1);
  if (character === '[' && depth < MAX_DEPTH) return readList(reader, depth + 1);
  const string = readString(reader);
  if (string) return string;
  const start = reader.at;
  const word = /^[\w.$]+/.exec(text.slice(start, start + 200))?.[0];
  const volume = word && VOLUME.test(word) ? readVolumeCall(reader, word) : undefined;
  if (volume) return volume;
  reader.at += word?.length ?? 1;
  if (!word || !/^(?:true|false|null|-?\d[\d.]*)$/.test(word)) return undefined;
  return scalarOf(token(reader.view, start, reader.at), start, reader.at);
}

/** Functions of libraries that make a volume of the node: `kube.HostPathVolume(path, type)`, `volume.fromHostPath(name, path)`. */
const VOLUME = /(?:^|[.$])(?:HostPathVolume|hostPathVolume|fromHostPath)$/;
const TEXTS = /^\(\s*((?:"[^"\\\n]{0,400}"|'[^'\\\n]{0,400}')(?:\s*,\s*(?:"[^"\\\n]{0,400}"|'[^'\\\n]{0,400}'))?)\s*\)/;

/** The volume as an object, where all that the function is given are texts. */
function readVolumeCall(reader: Reader, word: string): YamlNode | undefined {
  const { text, view, at: start } = reader;
  const open = start + word.length;
  const call = TEXTS.exec(text.slice(open, open + 1000));
  if (!call) return undefined;
  const end = open + call[0].length;
  const texts: YamlScalar[] = [];
  reader.at = open + 1;
  while (reader.at < end - 1 && skipSpace(reader)) {
    const string = readString(reader);
    if (string) texts.push(string);
    else reader.at++;
  }
  reader.at = end;
  const isNamed = /fromHostPath$/.test(word);
  const [first, second] = isNamed ? [texts[1], texts[0]] : texts;
  if (!first) return undefined;
  const pair = (name: string, value: YamlNode): YamlPair => ({ key: keyOf(view, name, start), value });
  const host = [pair('path', first), ...(second && !isNamed ? [pair('type', second)] : [])];
  const pairs = [pair('hostPath', { kind: 'map', start, end, pairs: host })];
  return { kind: 'map', start, end, pairs: second && isNamed ? [pair('name', second), ...pairs] : pairs };
}

/** A key that the function writes. */
function keyOf(view: View, name: string, at: number): YamlScalar {
  const builder = viewBuilder(view);
  builder.put(name, at, at + 1);
  return scalarOf(wholeToken(builder.build(() => null)), at, at + 1);
}

/** A value up to its comma: a lone literal as it is; of an operation, the objects in it; otherwise a hole. */
function readValue(reader: Reader, depth: number): YamlNode {
  skipSpace(reader);
  const start = reader.at;
  const found: YamlNode[] = [];
  let others = 0;
  let open = 0;
  while (skipSpace(reader)) {
    const character = reader.text[reader.at] ?? '';
    if (open === 0 && ',}])'.includes(character)) break;
    if (character === '(' || character === ')') {
      open += character === '(' ? 1 : -1;
      reader.at++;
      others++;
      continue;
    }
    const node = readOperand(reader, depth);
    if (node) found.push(node);
    else others++;
  }
  const [first] = found;
  if (first && found.length === 1 && (others === 0 || first.kind !== 'scalar')) return first;
  const maps = found.filter((node) => node.kind === 'map');
  const lists = found.filter((node) => node.kind === 'list');
  // `ds.new(containers=[…]) + withVolumes([…])`: what functions are given stands for itself.
  reader.roots.push(...(maps.length > 0 ? lists : lists.slice(1)));
  if (maps.length > 0) {
    return { kind: 'map', start, end: reader.at, pairs: maps.flatMap((node) => node.pairs) };
  }
  return lists[0] ?? hole(reader, start);
}

function readObject(reader: Reader, depth: number): YamlNode {
  const start = reader.at;
  const pairs: YamlPair[] = [];
  reader.at++;
  while (skipSpace(reader) && reader.text[reader.at] !== '}') {
    const key = readKey(reader);
    if (key) pairs.push({ key, value: readValue(reader, depth) });
    else if (!')]'.includes(reader.text[reader.at] ?? '')) {
      const local = readValue(reader, depth);
      if (local.kind !== 'scalar') reader.roots.push(local);
    }
    if (/[,)\]]/.test(reader.text[reader.at] ?? '')) reader.at++;
  }
  reader.at++;
  return { kind: 'map', start, end: reader.at, pairs };
}

/** `name:`, `'name'+:`, `name::`, `name(arguments)::`; nothing for locals, asserts and computed names. */
function readKey(reader: Reader): YamlScalar | undefined {
  const start = reader.at;
  const string = readString(reader);
  const word = string ? undefined : /^[A-Za-z_]\w*/.exec(reader.text.slice(start, start + 200))?.[0];
  const after = string ? reader.at : start + (word?.length ?? 0);
  const colon = /^(?:\([^(){}[\]]{0,400}\))?\s*\+?:{1,3}/.exec(reader.text.slice(after, after + 500))?.[0];
  if (colon === undefined || (!string && word === undefined)) {
    reader.at = start;
    return undefined;
  }
  reader.at = after + colon.length;
  return string ?? scalarOf(token(reader.view, start, after), start, after);
}

function readList(reader: Reader, depth: number): YamlNode {
  const start = reader.at;
  const items: YamlNode[] = [];
  reader.at++;
  while (skipSpace(reader) && reader.text[reader.at] !== ']') {
    if (/[,})]/.test(reader.text[reader.at] ?? '')) reader.at++;
    else items.push(readValue(reader, depth));
  }
  reader.at++;
  return { kind: 'list', start, end: reader.at, items };
}

function readString(reader: Reader): YamlScalar | undefined {
  const { text, view } = reader;
  const start = reader.at;
  if (text.startsWith('|||', start)) {
    const first = text.indexOf('\n', start) + 1;
    const end = first > 0 ? text.indexOf('|||', first) : -1;
    reader.at = end < 0 ? text.length : end + 3;
    return scalarOf(token(view, first > 0 ? first : start, end < 0 ? text.length : end), start, reader.at);
  }
  const verbatim = text[start] === '@' ? 1 : 0;
  const quote = text[start + verbatim];
  if (quote !== '"' && quote !== "'") return undefined;
  const from = start + verbatim + 1;
  const close = closingQuote(text, from, text.length, quote, verbatim ? undefined : '\\');
  const end = close < 0 ? text.length : close;
  reader.at = Math.min(end + 1, text.length);
  const inner: Token = verbatim ? plainString(view, from, end, quote) : escapedString(view, from, end);
  return scalarOf(inner, start, reader.at);
}

function hole({ view, at }: Reader, start: number): YamlScalar {
  const builder = viewBuilder(view);
  builder.put(HOLE.repeat(Math.max(1, Math.min(at - start, 200))), start, at);
  return scalarOf(wholeToken(builder.build(() => null)), start, at);
}

function skipSpace(reader: Reader): boolean {
  const { text } = reader;
  while (reader.at < text.length) {
    const character = text[reader.at] ?? '';
    if (/\s/.test(character)) reader.at++;
    else if (character === '#' || text.startsWith('//', reader.at)) {
      reader.at = endOfLine(text, reader.at);
    } else if (text.startsWith('/*', reader.at)) {
      const end = text.indexOf('*/', reader.at + 2);
      reader.at = end < 0 ? text.length : end + 2;
    } else return true;
  }
  return false;
}
