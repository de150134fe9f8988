/** The arguments of a module: as the task writes them, and as its loop or its variables fill them in. */
import type { Token } from '../../model/document.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { token } from '../text/facts.ts';
import { get, itemsOf, pairsOf, scalarAt, tokenOf, type YamlMap, type YamlNode } from '../yaml/yaml.ts';

export type Arguments = ReadonlyMap<string, readonly Token[]>;

export const LOOP = /^(?:loop|with_\w+)$/;

/** Arguments written as a map, or as `name=docker state=started`. */
export function argumentsOf(value: YamlNode): Arguments {
  const args = new Map<string, readonly Token[]>();
  if (value.kind === 'map') {
    for (const pair of value.pairs) {
      const found = pair.value?.kind === 'scalar' ? [pair.value] : itemsOf(pair.value);
      args.set(
        pair.key.text,
        found.flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : [])),
      );
    }
  } else if (value.kind === 'scalar') {
    const text = tokenOf(value);
    if (!value.text.includes('=')) args.set('', [text]);
    for (const match of value.text.matchAll(/(?<![\w-])(\w+)=("[^"]*"|'[^']*'|[^\s"']+)/g)) {
      const quoted = /^["']/.test(match[2] ?? '') ? 1 : 0;
      const start = match.index + (match[1]?.length ?? 0) + 1 + quoted;
      const end = match.index + match[0].length - quoted;
      args.set(match[1] ?? '', [token(text.view, start, end)]);
    }
  }
  return args;
}

/** After masking, `{{ item }}` is nothing but holes. */
export function isExpression(text: Token): boolean {
  return /^\uE000+$/.test(text.text);
}

export function written(text: Token): string {
  return spanText(spanOf(text));
}

/** Arguments that are `{{ item }}` or `{{ item.key }}` become the items of the task's loop; `around` are the variables of its blocks and play. */
export function withLoopItems(args: Arguments, task: YamlMap, around: readonly YamlNode[] = []): Arguments {
  return new Map(
    [...args].map(([key, tokens]) => [
      key,
      tokens.flatMap((text) => {
        const item = isExpression(text) ? /^\{\{-?\s*item(?:\.(\w+))?\b/.exec(written(text)) : null;
        const items = item ? loopItems(task, item[1]) : [...ownItems(task, text), ...placeIn(around, key, text)];
        return items.length > 0 ? items : [text];
      }),
    ]),
  );
}

/** `name: "{{ packages }}"` of a task that says under `vars` what they are. */
function ownItems(task: YamlMap, text: Token): Token[] {
  const name = variableOf(text);
  const value = name === undefined ? undefined : get(get(task, 'vars'), name);
  return itemsOf(value).flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : []));
}

function variableOf(text: Token): string | undefined {
  return isExpression(text) ? /^\{\{-?\s*(\w+)\s*-?\}\}$/.exec(written(text))?.[1] : undefined;
}

/** `url: "{{ installer }}"`, `dest: "{{ config_file }}"` where the play around the task says which. */
function placeIn(around: readonly YamlNode[], key: string, text: Token): Token[] {
  const name = /^(?:url|dest|path)$/.test(key) ? variableOf(text) : undefined;
  if (name === undefined) return [];
  const value = around.flatMap((vars) => scalarAt(vars, name) ?? [])[0];
  return value && /^(?:https?:\/)?\/[^\s\uE000]+$/.test(value.text) ? [tokenOf(value)] : [];
}

export function loopItems(task: YamlMap, key: string | undefined): Token[] {
  const loops = pairsOf(task).filter((pair) => LOOP.test(pair.key.text));
  return loops
    .flatMap(({ value }) => (value?.kind === 'scalar' ? [value] : itemsOf(value)))
    .flatMap((item) => {
      const found = item.kind === 'scalar' ? item : key === undefined ? undefined : scalarAt(item, key);
      return found ? [tokenOf(found)] : [];
    });
}
