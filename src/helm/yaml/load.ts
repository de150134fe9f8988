/** Reads YAML as Helm does (goyaml v2, then through JSON) into values that know where they were written. */
import type { Origin, OriginKind, Source } from '../values/origin.ts';
import type { MapValue, StringValue, Value } from '../values/value.ts';
import { bool, float, list, map, nil } from '../values/value.ts';
import { goSyntax } from './go-syntax.ts';
import { keyText, printScalar } from './load-scalar.ts';
import { formatG } from './number.ts';
import { type MappingNode, type Node, parseDocument, type ScalarNode, type SequenceNode } from './parser.ts';
import { fail, resolveScalar } from './resolve-scalar.ts';
import { YamlError } from './token.ts';
import { inFile, inString, type Written } from './written.ts';

export interface Loaded {
  /** Null when there is an error. */
  readonly value: Value | null;
  /** As Helm words it. */
  readonly error: string | null;
  /** Where the error was noticed. */
  readonly offset: number;
}

export const loadYaml = (source: Source, kind: OriginKind): Loaded => load(inFile(source, kind));
export const loadYamlString = (value: StringValue): Loaded => load(inString(value));

function load(written: Written): Loaded {
  try {
    const node = parseDocument(written.text);
    return { value: node === null ? nil() : new Loader(written).value(node, ''), error: null, offset: 0 };
  } catch (error) {
    if (error instanceof YamlError) {
      return {
        value: null,
        error: `error converting YAML to JSON: ${message(error, written.text)}`,
        offset: Math.min(Math.max(error.offset, 0), written.text.length),
      };
    }
    throw error;
  }
}

/** goyaml counts the line of a scanner's error from 1 and that of a parser's error from 0. */
function message(error: YamlError, text: string): string {
  if (error.offset < 0)
    return /^(json|unsupported map key)/.test(error.message) ? error.message : `yaml: ${error.message}`;
  const before = text.slice(0, error.offset).match(/\r\n|[\r\n\x85\u2028\u2029]/g)?.length ?? 0;
  const lines = before + (error.offset > text.length ? 1 : 0);
  const line = lines === 0 ? 0 : lines + (error.scanner ? 1 : 0);
  return line === 0 ? `yaml: ${error.message}` : `yaml: line ${line}: ${error.message}`;
}

const MOST_NODES = 2_000_000;
const UNIQUE = 400_000;

class Loader {
  private readonly written: Written;
  private decoded = 0;
  private aliased = 0;
  private aliasDepth = 0;
  private readonly open = new Set<Node>();

  constructor(written: Written) {
    this.written = written;
  }

  value(node: Node, path: string): Value {
    this.charge();
    switch (node.kind) {
      case 'alias':
        return this.behind(node, () => this.value(node.target, path));
      case 'scalar':
        return this.scalar(node, path);
      case 'sequence':
        return this.sequence(node, path);
      case 'mapping':
        return this.mapping(node, path);
    }
  }

  private charge(): void {
    this.decoded += 1;
    if (this.aliasDepth > 0) this.aliased += 1;
    const share = this.decoded <= UNIQUE ? 0.99 : Math.max(0.1, 0.99 - (0.89 * (this.decoded - UNIQUE)) / (9 * UNIQUE));
    const excessive = this.aliased > 100 && this.decoded > 1000 && this.aliased / this.decoded > share;
    if (excessive || this.decoded > MOST_NODES) fail('document contains excessive aliasing');
  }

  private behind<T>(node: Node & { kind: 'alias' }, read: () => T): T {
    if (this.open.has(node.target)) fail(`anchor '${node.name}' value contains itself`);
    this.open.add(node.target);
    this.aliasDepth += 1;
    const result = read();
    this.aliasDepth -= 1;
    this.open.delete(node.target);
    return result;
  }

  private scalar(node: ScalarNode, path: string): Value {
    const resolved = resolveScalar(node);
    const printed = printScalar(resolved);
    const origin = (): Origin | null => {
      const exact = printed === this.written.text.slice(node.from, node.to);
      return this.written.origin(node.from, node.to, exact, path);
    };
    switch (resolved.kind) {
      case 'null':
        return nil(origin());
      case 'bool':
        return bool(resolved.value, origin());
      case 'int':
        return float(Number(resolved.value), origin());
      case 'float':
        if (!Number.isFinite(resolved.value)) fail(`json: unsupported value: ${formatG(resolved.value)}`);
        return float(resolved.value, origin());
      case 'text':
      case 'date':
      case 'merge':
        return this.written.string(node.text, node.runs, node.from, node.to, path);
    }
  }

  private sequence(node: SequenceNode, path: string): Value {
    const items = node.items.map((item, index) => this.value(item, join(path, String(index))));
    return list(items, this.written.origin(node.from, node.to, false, path));
  }

  private mapping(node: MappingNode, path: string): MapValue {
    const result = map(new Map(), new Map(), this.written.origin(node.from, node.to, false, path));
    this.fill(node, path, result);
    return result;
  }

  private fill(node: MappingNode, path: string, into: MapValue): void {
    for (const [keyNode, valueNode] of node.pairs) {
      if (isMerge(keyNode)) {
        this.merge(valueNode, path, into);
        continue;
      }
      const { name, origin } = this.key(keyNode, valueNode, path);
      into.entries.set(name, this.value(valueNode, join(path, name)));
      if (origin !== null) into.keys.set(name, origin);
    }
  }

  private key(node: Node, value: Node, path: string): { name: string; origin: Origin | null } {
    this.charge();
    if (node.kind === 'alias') return this.key(node.target, value, path);
    if (node.kind !== 'scalar') return fail(`invalid map key: ${goSyntax(node)}`);
    const name = keyText(node, value);
    const run = node.runs.length === 1 ? node.runs[0] : undefined;
    const exact = run?.exact === true && run.length === name.length && node.text === name;
    const from = exact ? run.from : node.from;
    const to = exact ? run.to : node.to;
    return { name, origin: this.written.origin(from, to, exact, join(path, name)) };
  }

  private merge(node: Node, path: string, into: MapValue): void {
    this.charge();
    if (node.kind === 'sequence') {
      for (const item of node.items.toReversed()) this.mergeOne(item, path, into);
    } else this.mergeOne(node, path, into);
  }

  private mergeOne(node: Node, path: string, into: MapValue): void {
    if (node.kind === 'mapping') this.fill(node, path, into);
    else if (node.kind === 'alias' && node.target.kind === 'mapping') {
      const { target } = node;
      this.behind(node, () => this.fill(target, path, into));
    } else fail('map merge requires map or sequence of maps as the value');
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const isMerge = (node: Node): boolean =>
  node.kind === 'scalar' && node.text === '<<' && ((node.plain && node.tag === '') || node.tag === '!!merge');
