/** `.Files`: the files of a chart that are neither templates nor values, with Get, Glob, Lines, AsConfig and AsSecrets. */
import { EMPTY, splitOn, tracked } from '../values/tracked.ts';
import type { BytesValue, ListValue, MapValue, Method, StringValue, Value } from '../values/value.ts';
import { list, map } from '../values/value.ts';
import { base64, toYaml } from '../yaml/emit.ts';
import type { ChartFile } from './chart.ts';
import { compileGlob } from './glob.ts';

export type Charge = (size: number) => void;

/** `charge` is called before anything is built from file contents. */
export function filesValue(files: readonly ChartFile[], charge: Charge): MapValue {
  return filesMap(new Map(files.map((file) => [file.name, file.content])), charge);
}

function filesMap(files: ReadonlyMap<string, StringValue>, charge: Charge): MapValue {
  const entries = new Map<string, Value>();
  for (const [name, content] of files) entries.set(name, { kind: 'bytes', content } satisfies BytesValue);
  return { ...map(entries, new Map(), null, '[]uint8'), typeName: 'engine.files', methods: methodsOf(files, charge) };
}

/** What a glob costs, in characters that could be built instead. */
const COMPILING = 2000;
const MATCHING = 50;

const nameOf = (value: Value | undefined): string => (value?.kind === 'string' ? value.text : '');

function methodsOf(files: ReadonlyMap<string, StringValue>, charge: Charge): ReadonlyMap<string, Method> {
  const get = (name: Value | undefined): StringValue => files.get(nameOf(name)) ?? EMPTY;
  return new Map<string, Method>([
    ['Get', { parameters: ['string'], call: ([name]) => get(name) }],
    ['GetBytes', { parameters: ['string'], call: ([name]) => ({ kind: 'bytes', content: get(name) }) }],
    [
      'Glob',
      {
        parameters: ['string'],
        call: ([pattern]) => {
          charge(COMPILING + files.size * MATCHING);
          return filesMap(globbed(files, nameOf(pattern)), charge);
        },
      },
    ],
    ['Lines', { parameters: ['string'], call: ([name]) => lines(files.get(nameOf(name)), charge) }],
    [
      'AsConfig',
      {
        parameters: [],
        call: () =>
          toYaml(
            byBaseName(files, (content) => content),
            charge,
          ),
      },
    ],
    ['AsSecrets', { parameters: [], call: () => toYaml(byBaseName(files, base64), charge) }],
  ]);
}

function globbed(files: ReadonlyMap<string, StringValue>, pattern: string): Map<string, StringValue> {
  const matches = compileGlob(pattern) ?? (() => true);
  return new Map([...files].filter(([name]) => matches(name)));
}

function lines(content: StringValue | undefined, charge: Charge): ListValue {
  if (content === undefined) return list([], null, 'string');
  charge(content.text.length);
  const text = content.text.endsWith('\n') ? content.text.slice(0, -1) : content.text;
  const items = splitOn(content, '\n');
  return list(text === content.text ? items : items.slice(0, -1), null, 'string');
}

function byBaseName(files: ReadonlyMap<string, StringValue>, read: (content: StringValue) => StringValue): MapValue {
  const entries = new Map<string, Value>();
  for (const [name, content] of files) entries.set(name.slice(name.lastIndexOf('/') + 1), read(content));
  return map(entries, new Map(), null, 'string');
}

/** A file's content. */
export function contentOf(source: ChartFile['source']): StringValue {
  if (source.text === '') return EMPTY;
  return tracked(source.text, { source, from: 0, to: source.text.length, exact: true, kind: 'file' });
}
