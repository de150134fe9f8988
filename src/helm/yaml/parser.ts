/** Builds the node tree of the first YAML document from tokens, by libyaml's grammar and with its messages. */
import { isSingleByte, toUtf8 } from '../values/utf8.ts';
import { Scanner } from './scanner.ts';
import { NO_RUNS, type Run, type Token, type TokenType, YamlError } from './token.ts';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly runs: readonly Run[];
  readonly plain: boolean;
  readonly tag: string;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly from: number;
  to: number;
  readonly items: Node[];
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly from: number;
  to: number;
  readonly pairs: [Node, Node][];
}

interface AliasNode {
  readonly kind: 'alias';
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly target: Node;
}

export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

/** Deeper than any real values file; keeps the recursion of parser, loader and emitter within the stack. */
export const MAX_DEPTH = 250;

/** Null for a text without a document. Throws YamlError. */
export function parseDocument(text: string): Node | null {
  checkCharacters(text);
  return new Parser(text).document();
}

const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]/u;

function checkCharacters(text: string): void {
  const found = FORBIDDEN.exec(text);
  if (found === null) return;
  throw new YamlError(
    isSingleByte(found[0]) ? brokenBytes(text, found.index) : 'control characters are not allowed',
    -1,
    false,
  );
}

/** What libyaml's reader says of bytes that are no UTF-8. */
function brokenBytes(text: string, at: number): string {
  const bytes = toUtf8(text.slice(at, at + 4));
  const lead = bytes[0]!;
  const width = lead >> 5 === 0b110 ? 2 : lead >> 4 === 0b1110 ? 3 : lead >> 3 === 0b11110 ? 4 : 0;
  if (width === 0) return 'invalid leading UTF-8 octet';
  if (bytes.length < width) return 'incomplete UTF-8 octet sequence';
  if (bytes.subarray(1, width).some((byte) => byte >> 6 !== 0b10)) return 'invalid trailing UTF-8 octet';
  const second = bytes[1]!;
  const isOverlong = lead < 0xc2 || (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  return isOverlong ? 'invalid length of a UTF-8 sequence' : 'invalid Unicode character';
}

class Parser {
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, Node>();
  private depth = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  document(): Node | null {
    if (this.at('stream-end')) return null;
    const explicit = this.at('directive') || this.at('document-start');
    while (this.at('directive')) this.scanner.take();
    if (explicit) {
      if (!this.at('document-start')) this.fail('did not find expected <document start>');
      this.scanner.take();
      if (this.isOneOf('directive', 'document-start', 'document-end', 'stream-end')) return this.empty();
    }
    const node = this.node(true, false);
    if (this.at('document-end')) this.scanner.take();
    return node;
  }

  private at(type: TokenType): boolean {
    return this.scanner.peek().type === type;
  }

  private isOneOf(...types: TokenType[]): boolean {
    return types.includes(this.scanner.peek().type);
  }

  private fail(message: string): never {
    throw new YamlError(message, this.scanner.peek().from, false);
  }

  private empty(at = this.scanner.peek().from, tag = ''): ScalarNode {
    return { kind: 'scalar', from: at, to: at, text: '', runs: NO_RUNS, plain: true, tag };
  }

  private node(block: boolean, indentless: boolean): Node {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail(`exceeded max depth of ${MAX_DEPTH}`);
    const node = this.content(block, indentless);
    this.depth -= 1;
    return node;
  }

  private content(block: boolean, indentless: boolean): Node {
    if (this.at('alias')) return this.alias(this.scanner.take());
    let anchor: string | null = null;
    let tag = '';
    let last: Token | null = null;
    while ((anchor === null && this.at('anchor')) || (tag === '' && this.at('tag'))) {
      last = this.scanner.take();
      if (last.type === 'anchor') anchor = last.text;
      else tag = last.text;
    }
    if (last !== null && !this.startsContent(block, indentless)) return this.named(anchor, this.empty(last.to, tag));
    return this.collection(block, indentless, anchor, tag);
  }

  private startsContent(block: boolean, indentless: boolean): boolean {
    if (indentless && this.at('block-entry')) return true;
    if (this.isOneOf('scalar', 'flow-sequence-start', 'flow-mapping-start')) return true;
    return block && this.isOneOf('block-sequence-start', 'block-mapping-start');
  }

  private named<T extends Node>(anchor: string | null, node: T): T {
    if (anchor !== null) this.anchors.set(anchor, node);
    return node;
  }

  private collection(block: boolean, indentless: boolean, anchor: string | null, tag: string): Node {
    const token = this.scanner.peek();
    const { from, to } = token;
    if (indentless && token.type === 'block-entry') {
      return this.indentless(this.named(anchor, { kind: 'sequence', from, to, items: [] }));
    }
    switch (token.type) {
      case 'scalar':
        this.scanner.take();
        return this.named(anchor, {
          kind: 'scalar',
          from,
          to,
          text: token.text,
          runs: token.runs,
          plain: token.plain,
          tag,
        });
      case 'flow-sequence-start':
        return this.flowSequence(this.named(anchor, { kind: 'sequence', from, to, items: [] }));
      case 'flow-mapping-start':
        return this.flowMapping(this.named(anchor, { kind: 'mapping', from, to, pairs: [] }));
      case 'block-sequence-start':
        if (block) return this.blockSequence(this.named(anchor, { kind: 'sequence', from, to, items: [] }));
        break;
      case 'block-mapping-start':
        if (block) return this.blockMapping(this.named(anchor, { kind: 'mapping', from, to, pairs: [] }));
        break;
      default:
    }
    this.fail('did not find expected node content');
  }

  private alias(token: Token): AliasNode {
    const target = this.anchors.get(token.text);
    if (target === undefined) throw new YamlError(`unknown anchor '${token.text}' referenced`, -1, false);
    return { kind: 'alias', from: token.from, to: token.to, name: token.text, target };
  }

  private indentless(node: SequenceNode): SequenceNode {
    while (this.at('block-entry')) {
      const entry = this.scanner.take();
      node.items.push(
        this.isOneOf('block-entry', 'key', 'value', 'block-end') ? this.empty(entry.to) : this.node(true, false),
      );
    }
    node.to = node.items[node.items.length - 1]?.to ?? node.to;
    return node;
  }

  private blockSequence(node: SequenceNode): SequenceNode {
    this.scanner.take();
    while (this.at('block-entry')) {
      const entry = this.scanner.take();
      node.items.push(this.isOneOf('block-entry', 'block-end') ? this.empty(entry.to) : this.node(true, false));
    }
    if (!this.at('block-end')) this.fail("did not find expected '-' indicator");
    this.scanner.take();
    node.to = node.items[node.items.length - 1]?.to ?? node.to;
    return node;
  }

  private blockMapping(node: MappingNode): MappingNode {
    this.scanner.take();
    for (;;) {
      if (this.at('block-end')) break;
      if (!this.at('key')) this.fail('did not find expected key');
      const key = this.blockKey();
      node.pairs.push([key, this.blockValue(key)]);
    }
    this.scanner.take();
    node.to = node.pairs[node.pairs.length - 1]?.[1].to ?? node.to;
    return node;
  }

  private blockKey(): Node {
    const token = this.scanner.take();
    return this.isOneOf('key', 'value', 'block-end') ? this.empty(token.to) : this.node(true, true);
  }

  private blockValue(key: Node): Node {
    if (!this.at('value')) return this.empty(key.to);
    const token = this.scanner.take();
    return this.isOneOf('key', 'value', 'block-end') ? this.empty(token.to) : this.node(true, true);
  }

  private flowSequence(node: SequenceNode): SequenceNode {
    this.scanner.take();
    for (let first = true; !this.at('flow-sequence-end'); first = false) {
      if (!first) {
        if (!this.at('flow-entry')) this.fail("did not find expected ',' or ']'");
        this.scanner.take();
        if (this.at('flow-sequence-end')) break;
      }
      node.items.push(this.at('key') ? this.flowPair() : this.node(false, false));
    }
    node.to = this.scanner.take().to;
    return node;
  }

  /** A key and value without braces inside of `[…]`. */
  private flowPair(): MappingNode {
    const { from, to } = this.scanner.take();
    const key = this.isOneOf('value', 'flow-entry', 'flow-sequence-end') ? this.empty(to) : this.node(false, false);
    let value: Node = this.empty(key.to);
    if (this.at('value')) {
      const token = this.scanner.take();
      value = this.isOneOf('flow-entry', 'flow-sequence-end') ? this.empty(token.to) : this.node(false, false);
    }
    return { kind: 'mapping', from, to: value.to, pairs: [[key, value]] };
  }

  private flowMapping(node: MappingNode): MappingNode {
    this.scanner.take();
    for (let first = true; !this.at('flow-mapping-end'); first = false) {
      if (!first) {
        if (!this.at('flow-entry')) this.fail("did not find expected ',' or '}'");
        this.scanner.take();
        if (this.at('flow-mapping-end')) break;
      }
      node.pairs.push(this.flowEntry());
    }
    node.to = this.scanner.take().to;
    return node;
  }

  private flowEntry(): [Node, Node] {
    if (!this.at('key')) {
      const key = this.node(false, false);
      return [key, this.empty(key.to)];
    }
    const token = this.scanner.take();
    const key = this.isOneOf('value', 'flow-entry', 'flow-mapping-end')
      ? this.empty(token.to)
      : this.node(false, false);
    if (!this.at('value')) return [key, this.empty(key.to)];
    const sign = this.scanner.take();
    const value = this.isOneOf('flow-entry', 'flow-mapping-end') ? this.empty(sign.to) : this.node(false, false);
    return [key, value];
  }
}
