/** YAML texts as trees of maps, lists and scalars in which every scalar knows its characters; errors become notes. */
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Token } from '../../model/document.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Note } from '../../model/note.ts';
import { hasTemplate, maskView } from '../../text/mask.ts';
import { once } from '../../text/once.ts';
import { table } from '../../text/table.ts';
import { slice, type View } from '../../text/view.ts';
import { DEPTH_LIMIT, isTooDeep } from './depth.ts';
import { maskedYaml } from './mask.ts';
import { parse, readableView } from './parse.ts';
import { type ScalarPlace, type ScalarStyle, scalarView } from './scalar.ts';

export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly start: number;
  readonly end: number;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
}

export interface YamlList {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly style: ScalarStyle;
  /** The scalar's text as a view of its own; built when it is first asked for. */
  readonly view: View;
  /** The text with its templates, where `view` has none. */
  readonly written?: View;
}

/** One document of a stream; offsets of its nodes are those of `view`. */
export interface YamlDocument {
  readonly view: View;
  readonly root: YamlNode | undefined;
}

export interface YamlStream {
  readonly documents: readonly YamlDocument[];
  readonly notes: readonly Note[];
}

export interface YamlOptions {
  readonly path: string;
  /**
   * `text`: the text is a template of YAML. `values`: it is YAML whose scalars are templates, as Ansible's are. `none`:
   * it is YAML. Where the latter two are no YAML, they are read as the first.
   */
  readonly templates: 'text' | 'values' | 'none';
  /** A document for whose text this does not hold is passed over. */
  readonly only?: ((document: View) => boolean) | undefined;
}

export const NODE_LIMIT = 200_000;
const DOCUMENT_LIMIT = 2_000;

export function parseYaml(view: View, options: YamlOptions): YamlStream {
  const documents: YamlDocument[] = [];
  const notes: Note[] = [];
  const budget = { nodes: NODE_LIMIT };
  const source = options.templates === 'text' ? maskedYaml(view) : view;
  const parts = splitDocuments(source.text);
  for (const part of parts.slice(0, DOCUMENT_LIMIT)) {
    const text = source.text.slice(part.start, part.end);
    if (/^(?:---|\.\.\.)?\s*$/.test(text)) continue;
    const piece = part.start === 0 && part.end === source.text.length ? source : slice(source, part.start, part.end);
    if (options.only && !options.only(piece)) continue;
    const result = parsePart(piece, options, budget);
    if (result.root) documents.push({ view: result.view, root: result.root });
    notes.push(...result.notes);
  }
  if (parts.length > DOCUMENT_LIMIT) {
    notes.push(
      noteAt(view, options.path, 'too-many', `more than ${DOCUMENT_LIMIT} documents; the rest is not read`, 0, 0),
    );
  }
  return { documents, notes };
}

export function tokenOf(scalar: YamlScalar): Token {
  const { text, view } = scalar;
  // Where both say the same, one of them is kept.
  return { text: text === view.text ? view.text : text, view, start: 0, end: text.length };
}

/** The value of a key; of the last one where a key is written twice, as both arms of a template's `if` do. */
export function get(node: YamlNode | undefined, key: string): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.pairs.length > WIDE) return valuesByKey(node).get(key);
  return node.pairs.findLast((pair) => pair.key.text === key)?.value;
}

/** Each value of a map may ask for others of the same map. */
const WIDE = 32;

const valuesByKey = once(
  ({ pairs }: YamlMap): ReadonlyMap<string, YamlNode | undefined> =>
    new Map(pairs.map(({ key, value }) => [key.text, value])),
);

export function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce(get, node);
}

export function scalarAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlScalar | undefined {
  const found = at(node, ...keys);
  return found?.kind === 'scalar' ? found : undefined;
}

export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): string | undefined {
  return scalarAt(node, ...keys)?.text;
}

export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function pairsOf(node: YamlNode | undefined): readonly YamlPair[] {
  return node?.kind === 'map' ? node.pairs : [];
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** At `---` and `...` lines, which no scalar can contain. */
function splitDocuments(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    if (match.index > start && !isOnlyDirectives(text.slice(start, match.index))) {
      parts.push({ start, end: match.index });
      start = match.index;
    }
  }
  parts.push({ start, end: text.length });
  return parts;
}

function isOnlyDirectives(text: string): boolean {
  return text.length < 1000 && text.includes('%') && text.split('\n').every((line) => /^(?:%.*|#.*|\s*)$/.test(line));
}

interface PartResult {
  readonly view: View;
  readonly root: YamlNode | undefined;
  readonly notes: readonly Note[];
  /** `key: {{ value }}` without quotes is valid YAML, a map with a map for its key, but nobody means that. */
  readonly hasTemplateAsMap: boolean;
}

function parsePart(view: View, options: YamlOptions, budget: { nodes: number }): PartResult {
  if (view.text.length > LIMITS.documentCharacters) {
    const message = `a document of more than ${LIMITS.documentCharacters / 1024 / 1024} MiB; it was not read`;
    const notes = [noteAt(view, options.path, 'too-large', message, 0, 0)];
    return { view, root: undefined, notes, hasTemplateAsMap: false };
  }
  if (isTooDeep(view.text)) {
    const message = `nested deeper than ${DEPTH_LIMIT} levels; not read`;
    const notes = [noteAt(view, options.path, 'too-deep', message, 0, 0, 'not')];
    return { view, root: undefined, notes, hasTemplateAsMap: false };
  }
  const { view: read, document } = readableView(view);
  const plain = convert(read, document, options, budget);
  if (options.templates === 'text' || !hasTemplate(read.text)) return plain;
  if (document.errors.length === 0 && !plain.hasTemplateAsMap) return plain;
  const masked = maskedYaml(read);
  return isTooDeep(masked.text) ? plain : convert(masked, parse(masked.text), options, budget);
}

function convert(view: View, document: Document, options: YamlOptions, budget: { nodes: number }): PartResult {
  const converter = createConverter(view, budget, options.templates === 'values');
  const root = converter.node(document.contents);
  const notes: Note[] = [];
  const error = document.errors[0];
  if (error) {
    const more = document.errors.length > 1 ? ` (and ${document.errors.length - 1} more)` : '';
    notes.push(
      noteAt(view, options.path, 'syntax', `not valid YAML: ${error.message}${more}`, error.pos[0], error.pos[1]),
    );
  }
  if (budget.nodes <= 0) {
    notes.push(noteAt(view, options.path, 'too-many', `more than ${NODE_LIMIT} values; the rest is not read`, 0, 0));
  }
  return { view, root, notes, hasTemplateAsMap: converter.hasTemplateAsMap() };
}

function noteAt(
  view: View,
  path: string,
  code: Note['code'],
  message: string,
  start: number,
  end: number,
  coverage: Note['coverage'] = 'partly',
): Note {
  const length = view.text.length;
  return { code, message, path, span: view.root(Math.min(start, length), Math.min(end, length)).span, coverage };
}

const STYLES = table<ScalarStyle>({
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
});

function createConverter(view: View, budget: { nodes: number }, hasTemplateValues: boolean) {
  const anchors = new Map<string, YamlNode>();

  const scalar = (node: Scalar): YamlScalar => {
    const [start, end] = node.range ?? [0, 0];
    const source = node.srcToken;
    const isBlock = source?.type === 'block-scalar';
    const place: ScalarPlace = {
      style: STYLES.get(node.type ?? '') ?? 'plain',
      start,
      end,
      inFlow: !isBlock && source !== undefined && flowDepth > 0,
      body: isBlock
        ? source.offset + source.props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), 0)
        : start,
      indent: isBlock ? source.indent : 0,
    };
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const created = createScalar(view, place, value);
    if (hasTemplateValues && hasTemplate(value)) return maskedScalar(created);
    return isUnclosed(view.text, place) ? createScalar(view, place, created.view.text) : created;
  };

  let flowDepth = 0;
  let hasTemplateAsMap = false;

  const pairs = (items: readonly { key: unknown; value: unknown }[]): YamlPair[] => {
    const own: YamlPair[] = [];
    const merged: YamlPair[] = [];
    for (const item of items) {
      const key = node(item.key);
      const value = node(item.value);
      if (key?.kind !== 'scalar') continue;
      if (key.text === '<<' && key.style === 'plain') merged.push(...mergedPairs(value));
      else own.push({ key, value });
    }
    if (merged.length === 0) return own;
    const names = new Set(own.map((pair) => pair.key.text));
    for (const pair of merged) {
      if (names.has(pair.key.text) || budget.nodes-- <= 0) continue;
      names.add(pair.key.text);
      own.push(pair);
    }
    return own;
  };

  const node = (source: unknown): YamlNode | undefined => {
    if (budget.nodes-- <= 0) return undefined;
    if (isAlias(source)) return anchors.get((source as Alias).source);
    const converted = collectionOrScalar(source);
    const anchor = (source as { anchor?: string } | null)?.anchor;
    if (anchor && converted) anchors.set(anchor, converted);
    return converted;
  };

  const collectionOrScalar = (source: unknown): YamlNode | undefined => {
    if (isScalar(source)) return scalar(source);
    if (!isMap(source) && !isSeq(source)) return undefined;
    const [start, end] = source.range ?? [0, 0];
    if (source.flow) {
      flowDepth++;
      hasTemplateAsMap ||= isMap(source) && view.text.startsWith('{{', start);
    }
    const converted: YamlNode = isMap(source)
      ? { kind: 'map', start, end, pairs: pairs(source.items) }
      : { kind: 'list', start, end, items: source.items.flatMap((item) => listItem(item)) };
    if (source.flow) flowDepth--;
    return converted;
  };

  const listItem = (item: unknown): YamlNode[] => {
    const isPair = typeof item === 'object' && item !== null && 'key' in item && 'value' in item && !isScalar(item);
    if (isPair) return [{ kind: 'map', start: 0, end: 0, pairs: pairs([item as { key: unknown; value: unknown }]) }];
    const converted = node(item);
    return converted ? [converted] : [];
  };

  return { node, hasTemplateAsMap: () => hasTemplateAsMap };
}

function maskedScalar(scalar: YamlScalar): YamlScalar {
  const view = maskView(scalar.view);
  return { ...scalar, text: view.text, view, written: scalar.view };
}

function isUnclosed(text: string, { style, start, end }: ScalarPlace): boolean {
  if (style !== 'single' && style !== 'double') return false;
  return end - start < 2 || text[end - 1] !== (style === 'single' ? "'" : '"');
}

function mergedPairs(value: YamlNode | undefined): readonly YamlPair[] {
  if (value?.kind === 'map') return value.pairs;
  return itemsOf(value).flatMap((item) => pairsOf(item));
}

/** The scalar of another syntax: a string of HCL, a literal of Jsonnet. */
export function scalarOf(at: Token, start: number, end: number): YamlScalar {
  const view = at.start === 0 && at.end === at.view.text.length ? at.view : slice(at.view, at.start, at.end);
  return { kind: 'scalar', start, end, text: at.text, style: 'plain', view };
}

export function createScalar(parent: View, place: ScalarPlace, text: string): YamlScalar {
  let built: View | undefined;
  return {
    kind: 'scalar',
    start: place.start,
    end: place.end,
    text,
    style: place.style,
    get view() {
      built ??= scalarView(parent, place);
      return built;
    },
  };
}
