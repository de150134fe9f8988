/** Chart.yaml (and requirements.yaml): the chart's description, its dependencies, and the `.Chart` object. */

import { parseVersion } from '../functions/versions.ts';
import { table } from '../table.ts';
import type { Origin } from '../values/origin.ts';
import { EMPTY, tracked } from '../values/tracked.ts';
import { compareBytes } from '../values/utf8.ts';
import type { MapValue, ObjectValue, StringValue, Value } from '../values/value.ts';
import { bool, FALSE, list, map, mapOf, NO_METHODS, nil, originOf } from '../values/value.ts';
import type { Dependency, ImportValues, Metadata } from './chart.ts';
import { Decoder, sanitized } from './decode.ts';

export interface Described {
  readonly metadata: Metadata;
  readonly object: ObjectValue;
  readonly errors: readonly string[];
}

const TEXTS = [
  'name',
  'home',
  'version',
  'description',
  'icon',
  'apiVersion',
  'condition',
  'tags',
  'appVersion',
  'kubeVersion',
  'type',
] as const;
type TextName = (typeof TEXTS)[number];

/** `requirements`: the content of requirements.yaml, which replaces the dependencies. */
export function describeChart(chartYaml: MapValue, requirements: MapValue | null): Described {
  const decoder = new Decoder('Metadata');
  const texts = Object.fromEntries(TEXTS.map((name) => [name, readText(decoder, chartYaml, name)])) as Record<
    TextName,
    StringValue
  >;
  const apiVersion = texts.apiVersion.text === '' ? tracked('v1', null) : texts.apiVersion;
  const found = requirements === null ? null : decoder.maps(requirements, 'dependencies', 'chart.Dependency');
  const items = found ?? decoder.maps(chartYaml, 'dependencies', 'chart.Dependency') ?? [];
  const dependencies = items.map((item) => readDependency(decoder, item));
  const metadata: Metadata = {
    name: texts.name.text,
    version: texts.version.text,
    apiVersion: apiVersion.text,
    type: texts.type.text,
    kubeVersion: texts.kubeVersion.text,
    dependencies: dependencies.map((dependency) => dependency.plain),
  };
  const fields = new Map<string, Value>([
    ['Name', texts.name],
    ['Home', texts.home],
    ['Sources', textList(decoder.strings(chartYaml, 'sources'))],
    ['Version', texts.version],
    ['Description', texts.description],
    ['Keywords', textList(decoder.strings(chartYaml, 'keywords'))],
    [
      'Maintainers',
      list((decoder.maps(chartYaml, 'maintainers', 'chart.Maintainer') ?? []).map((item) => maintainer(decoder, item))),
    ],
    ['Icon', texts.icon],
    ['APIVersion', apiVersion],
    ['Condition', texts.condition],
    ['Tags', texts.tags],
    ['AppVersion', texts.appVersion],
    ['Deprecated', decoder.boolean(chartYaml, 'deprecated') ?? FALSE],
    [
      'Annotations',
      decoder.stringMap(chartYaml, 'annotations') ?? { ...map(new Map(), new Map(), null, 'string'), isNil: true },
    ],
    ['KubeVersion', texts.kubeVersion],
    ['Dependencies', list(dependencies.map((dependency) => dependency.object))],
    ['Type', texts.type],
  ]);
  return { metadata, object: chartObject(fields, true), errors: [...decoder.errors, ...validate(metadata)] };
}

function readText(decoder: Decoder, from: MapValue, name: TextName): StringValue {
  const value = decoder.string(from, name) ?? EMPTY;
  if (name === 'version' || name === 'apiVersion' || name === 'type') return value;
  return cleaned(value);
}

function cleaned(value: StringValue): StringValue {
  const text = sanitized(value.text);
  if (text === value.text) return value;
  const origin = originOf(value);
  return tracked(text, origin === null ? null : { ...origin, exact: false });
}

function textList(items: readonly StringValue[] | null): Value {
  return { ...list((items ?? []).map(cleaned), null, 'string'), isNil: items === null };
}

function validate(metadata: Metadata): string[] {
  const wrong: string[] = [];
  const refuse = (text: string): number => wrong.push(`validation: chart.metadata.${text}`);
  if (metadata.name === '') refuse('name is required');
  else if (metadata.name.includes('/')) refuse(`name ${JSON.stringify(metadata.name)} is invalid`);
  if (metadata.version === '') refuse('version is required');
  else if (typeof parseVersion(metadata.version) === 'string')
    refuse(`version ${JSON.stringify(metadata.version)} is invalid`);
  if (!['', 'application', 'library'].includes(metadata.type)) refuse('type must be application or library');
  const names = new Set<string>();
  for (const { name, alias } of metadata.dependencies) {
    const used = alias === '' ? name : alias;
    if (alias !== '' && !/^[a-zA-Z0-9_-]+$/.test(alias)) {
      wrong.push(`validation: dependency ${JSON.stringify(name)} has disallowed characters in the alias`);
    }
    if (names.has(used)) wrong.push(`validation: more than one dependency with name or alias ${JSON.stringify(used)}`);
    names.add(used);
  }
  return wrong;
}

function maintainer(decoder: Decoder, from: MapValue): ObjectValue {
  const text = (name: string): Value => cleaned(decoder.string(from, name) ?? EMPTY);
  return structure(
    '*chart.Maintainer',
    new Map([
      ['Name', text('name')],
      ['Email', text('email')],
      ['URL', text('url')],
    ]),
    from.origin,
  );
}

function readDependency(decoder: Decoder, from: MapValue): { plain: Dependency; object: ObjectValue } {
  const text = (name: string): StringValue => cleaned(decoder.string(from, name) ?? EMPTY);
  const [name, version, repository, condition, alias] = ['name', 'version', 'repository', 'condition', 'alias'].map(
    text,
  ) as [StringValue, StringValue, StringValue, StringValue, StringValue];
  const tags = decoder.strings(from, 'tags') ?? [];
  const imports = decoder.field(from, 'import-values');
  const origin = originOf(name) ?? from.origin;
  const plain: Dependency = {
    name: name.text,
    version: version.text,
    repository: repository.text,
    condition: condition.text,
    tags: tags.map((tag) => tag.text),
    alias: alias.text,
    importValues: imports?.kind === 'list' ? imports.items.flatMap(readImport) : [],
    enabled: true,
    file: origin?.source.path ?? '',
    from: origin?.from ?? 0,
    to: origin?.to ?? 0,
  };
  const fields = new Map<string, Value>([
    ['Name', name],
    ['Version', version],
    ['Repository', repository],
    ['Condition', condition],
    ['Tags', textList(tags)],
    ['Enabled', bool(true)],
    ['ImportValues', imports?.kind === 'list' ? imports : { ...list([]), isNil: true }],
    ['Alias', alias],
  ]);
  return { plain, object: structure('*chart.Dependency', fields, from.origin) };
}

function readImport(value: Value): ImportValues[] {
  if (value.kind === 'string') return [{ child: `exports.${value.text}`, parent: '.' }];
  if (value.kind !== 'map') return [];
  const child = value.entries.get('child');
  const parent = value.entries.get('parent');
  if (child?.kind !== 'string' || parent?.kind !== 'string') return [];
  return [{ child: child.text, parent: parent.text }];
}

/** Names that encoding/json uses where they are not the field's name with a small first letter. */
const JSON_NAMES = table<string>({
  APIVersion: 'apiVersion',
  URL: 'url',
  ImportValues: 'import-values',
  IsRoot: 'IsRoot',
});
const ALWAYS = new Set(['IsRoot', 'Repository']);

function structure(typeName: string, fields: ReadonlyMap<string, Value>, origin: Origin | null): ObjectValue {
  return {
    kind: 'object',
    typeName,
    fields,
    methods: NO_METHODS,
    origin,
    json: () => toMap(fields),
    text: () => `{${[...fields.values()].map(goText).join(' ')}}`,
  };
}

function toMap(fields: ReadonlyMap<string, Value>): MapValue {
  const result = mapOf({});
  for (const [name, value] of fields) {
    if (isZero(value) && !ALWAYS.has(name)) continue;
    result.entries.set(JSON_NAMES.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1), value);
  }
  return result;
}

function isZero(value: Value): boolean {
  switch (value.kind) {
    case 'string':
      return value.text === '';
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.entries.size === 0;
    case 'bool':
      return !value.value;
    default:
      return false;
  }
}

function goText(value: Value): string {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'bool':
      return String(value.value);
    case 'list':
      return `[${value.items.map(goText).join(' ')}]`;
    case 'map': {
      const names = [...value.entries.keys()].sort(compareBytes);
      return `map[${names.map((name) => `${name}:${goText(value.entries.get(name) ?? nil())}`).join(' ')}]`;
    }
    case 'object':
      return value.text();
    default:
      return '';
  }
}

function chartObject(metadata: ReadonlyMap<string, Value>, isRoot: boolean): ObjectValue {
  const fields = new Map([...metadata, ['IsRoot', bool(isRoot)] as const]);
  const inner = (): string =>
    `{${[...metadata]
      .filter(([name]) => name !== 'IsRoot')
      .map(([, value]) => goText(value))
      .join(' ')}}`;
  return {
    ...structure('struct { chart.Metadata; IsRoot bool }', fields, null),
    text: () => `{${inner()} ${isRoot}}`,
  };
}

/** `.Chart` of a sub-chart: not the root, and under its alias. */
export function subChartObject(object: ObjectValue, name: string): ObjectValue {
  const fields = new Map(object.fields);
  const written = fields.get('Name');
  if (written?.kind === 'string' && written.text !== name) fields.set('Name', tracked(name, null));
  return chartObject(fields, false);
}
