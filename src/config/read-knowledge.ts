/** Reads the company's own knowledge from the configuration file; every mistake is told with its line. */
import { isMap, type Node } from 'yaml';
import type { Severity } from '../model/finding.ts';
import type { OwnCheck, OwnSubject, OwnWrapper } from '../model/knowledge.ts';
import type { Place } from '../model/place.ts';
import { normaliseNodePath } from '../text/node-path.ts';
import {
  describeSection,
  EMPTY_KNOWLEDGE,
  type KnowledgeField,
  type KnowledgeSettings,
  SECTION_NAMES,
  type SectionName,
  SUBJECTS,
} from './knowledge.ts';
import { entriesOf, type Fail, itemsOf, textOf, textsOf, withLine } from './nodes.ts';
import { readChoice, readRuleId } from './read-value.ts';
import { UsageError, unknownName } from './usage-error.ts';

/** Every fact of a repository is compared with every check. */
const MOST_ENTRIES = 200;

/** The texts of one entry by their keys; lists keep their items. */
type Fields = ReadonlyMap<string, readonly string[]>;

export function readKnowledge(node: Node | null, fail: Fail): KnowledgeSettings {
  const names = SECTION_NAMES.join(', ');
  if (!isMap(node)) throw fail(node, `knowledge must be a map with one or more of ${names}.`);
  const sections = new Map<SectionName, readonly (readonly [Fields, Node])[]>();
  for (const { key, keyNode, value } of entriesOf(node, fail)) {
    const name = SECTION_NAMES.find((section) => section === key);
    if (!name) throw fail(keyNode, `${unknownName('key', key, SECTION_NAMES)} knowledge takes ${names}.`);
    const items = itemsOf(`knowledge.${name}`, value, fail);
    if (items.length > MOST_ENTRIES) throw fail(value, `knowledge.${name} may have ${MOST_ENTRIES} entries.`);
    sections.set(
      name,
      items.map((item) => [readFields(name, item, fail), item ?? keyNode]),
    );
  }
  const entries = <T>(name: SectionName, make: (fields: Fields) => T): readonly T[] =>
    (sections.get(name) ?? []).map(([fields, item]) => withLine(fail, item, () => make(fields)));
  const known = {
    ...EMPTY_KNOWLEDGE,
    checks: entries('checks', checkOf),
    wrappers: entries('wrappers', wrapperOf),
    places: entries('places', (fields) => ({
      paths: fields.get('paths') ?? [],
      place: only(fields, 'place') as Place,
    })),
    advice: entries('advice', (fields) => ({
      rule: readRuleId(only(fields, 'rule')),
      paths: fields.get('paths'),
      instead: maybe(fields, 'instead'),
      link: maybe(fields, 'link'),
    })),
  };
  const twice = known.checks.findIndex(({ name }, i) => known.checks.findIndex((other) => other.name === name) < i);
  if (twice >= 0)
    throw fail(sections.get('checks')?.[twice]?.[1], `Two checks are called "${known.checks[twice]?.name}".`);
  return known;
}

function readFields(section: SectionName, node: Node | null, fail: Fail): Fields {
  const { fields, oneOf, anyOf } = describeSection(section);
  if (!isMap(node)) throw fail(node, `Each entry of knowledge.${section} must be a map, as "${exampleOf(section)}".`);
  const found = new Map<string, readonly string[]>();
  for (const { key, keyNode, value } of entriesOf(node, fail)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) throw fail(keyNode, unknownName('key', key, Object.keys(fields)));
    found.set(
      key,
      withLine(fail, value ?? keyNode, () => readField(key, field, value, fail)),
    );
  }
  const missing = Object.entries(fields).find(([key, { required }]) => required && !found.has(key));
  if (missing) throw fail(node, `Each entry of knowledge.${section} needs "${missing[0]}".`);
  const chosen = (oneOf ?? []).filter((key) => found.has(key));
  if (oneOf && chosen.length !== 1) {
    const has = chosen.length === 0 ? 'none' : chosen.join(' and ');
    throw fail(node, `Each entry of knowledge.${section} has exactly one of ${oneOf.join(', ')}; this one has ${has}.`);
  }
  if (anyOf && !anyOf.some((key) => found.has(key)))
    throw fail(node, `Each entry of knowledge.${section} needs ${anyOf.map((key) => `"${key}"`).join(' or ')}.`);
  return found;
}

function exampleOf(section: SectionName): string {
  const [first] = Object.keys(describeSection(section).fields);
  return `${first}: …`;
}

function readField(key: string, field: KnowledgeField, node: Node | null, fail: Fail): readonly string[] {
  if (field.type === 'list') return textsOf(key, node, fail);
  const text = textOf(key, node, fail).replace(/\s+/g, ' ').trim();
  if (text === '') throw fail(node, `${key} must have one value.`);
  switch (field.type) {
    case 'choice':
      return [readChoice(text, field.choices, key)];
    case 'link':
      if (!/^https?:\/\/[^\s<>"`]+$/.test(text))
        throw fail(node, `${key} must be an address such as https://wiki.example.com/docker, not "${text}".`);
      return [text];
    case 'number':
      if (!/^\d{1,2}$/.test(text)) throw fail(node, `${key} must be a number such as 1, not "${text}".`);
      return [text];
    case 'rule':
    case 'text':
      return [text];
    default:
      return field satisfies never;
  }
}

function maybe(fields: Fields, key: string): string | undefined {
  return fields.get(key)?.[0];
}

function only(fields: Fields, key: string): string {
  return maybe(fields, key) ?? '';
}

function checkOf(fields: Fields): OwnCheck {
  return {
    name: only(fields, 'name'),
    finds: subjectOf(fields),
    severity: (maybe(fields, 'severity') ?? 'warning') as Severity,
    message: only(fields, 'message'),
    because: maybe(fields, 'because'),
    instead: only(fields, 'instead'),
    link: maybe(fields, 'link'),
  };
}

function subjectOf(fields: Fields): OwnSubject {
  const kind = SUBJECTS.find((name) => fields.has(name)) ?? 'command';
  const text = only(fields, kind);
  const value = maybe(fields, 'value');
  if (value !== undefined && kind !== 'setting' && kind !== 'variable')
    throw new UsageError(`value belongs to setting or variable, not to ${kind}.`);
  switch (kind) {
    case 'image':
      return { kind, repository: repositoryOf(text) };
    case 'chart':
      return { kind, chart: text };
    case 'setting':
      return { kind, keys: keysOf(text), value };
    case 'variable':
      return { kind, name: text, value };
    case 'command':
      return { kind, program: programOf(text) };
    case 'path': {
      const path = normaliseNodePath(text);
      if (path === undefined || path === '/')
        throw new UsageError(`path must be absolute, such as /opt/acme/docker, not "${text}".`);
      return { kind, path };
    }
    case 'unit':
      return { kind, unit: text };
    default:
      return kind satisfies never;
  }
}

function repositoryOf(text: string): string {
  const [name = ''] = text.split('@', 1);
  const last = name.lastIndexOf('/') + 1;
  const bare = name.slice(0, last) + name.slice(last).replace(/:.*/s, '');
  if (bare === text) return text.replace(/^\/+/, '');
  throw new UsageError(`image is a repository without a tag: write "${bare}".`);
}

function keysOf(text: string): readonly string[] {
  const keys = text.split('.');
  if (keys.some((key) => key === '')) throw new UsageError(`setting is a key such as agent.runtime, not "${text}".`);
  return keys;
}

/** `acme-clean --all` names a program and its arguments. */
function programOf(text: string): string {
  if (!/[\s/]/.test(text)) return text;
  const name = text.split(' ')[0]?.split('/').at(-1) ?? '';
  throw new UsageError(`command is the name of a program alone: write "${name}".`);
}

function wrapperOf(fields: Fields): OwnWrapper {
  return {
    command: programOf(only(fields, 'command')),
    runsOn: (maybe(fields, 'runs-on') ?? 'nodes') as OwnWrapper['runsOn'],
    skip: Number(maybe(fields, 'skip') ?? 0),
  };
}
