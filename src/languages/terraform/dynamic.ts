/** Blocks that Terraform repeats over what the file itself lists: `dynamic "volume" { for_each = local.paths … }`. */
import { step } from '../../text/steps.ts';
import type { View } from '../../text/view.ts';
import type { HclBlock, HclPair, HclValue } from './tree.ts';

/** What names stand for: `local.paths`, `var.socket`, `volume.value`. */
export type Known = ReadonlyMap<string, HclValue>;

/** Values of `locals`, and defaults of variables. */
export function knownValues(root: HclBlock): Known {
  const known = new Map<string, HclValue>();
  for (const { type, labels, pairs } of root.blocks) {
    if (type === 'locals') for (const { key, value } of pairs) known.set(`local.${key.text}`, value);
    const standard = type === 'variable' ? pairs.find(({ key }) => key.text === 'default') : undefined;
    if (standard) known.set(`var.${labels[0] ?? ''}`, standard.value);
  }
  return known;
}

/** The block with each dynamic block as often as Terraform writes it, and with what names stand for in their place. */
export function writtenOut(block: HclBlock, known: Known, view: View): HclBlock {
  return {
    ...block,
    pairs: block.pairs.map(({ key, value }) => ({ key, value: meant(value, known, view) })),
    blocks: block.blocks.flatMap((inner) =>
      inner.type === 'dynamic' ? repeated(inner, known, view) : [writtenOut(inner, known, view)],
    ),
  };
}

/** One block that is not known in full stands for all of them where the list is not written here. */
function repeated(block: HclBlock, known: Known, view: View): readonly HclBlock[] {
  const [type = ''] = block.labels;
  const content = block.blocks.find((inner) => inner.type === 'content');
  const list = block.pairs.find(({ key }) => key.text === 'for_each')?.value;
  const items = list && itemsOf(meant(list, known, view));
  if (!content || !items) return [{ ...block, blocks: block.blocks.map((inner) => writtenOut(inner, known, view)) }];
  const iterator = block.pairs.find(({ key }) => key.text === 'iterator')?.value;
  const name = iterator?.kind === 'bare' || iterator?.kind === 'text' ? iterator.token.text.trim() : type;
  return items.slice(0, MOST).flatMap(({ key, value }) => {
    const own = new Map([...known, [`${name}.value`, value], [`${name}.key`, key]]);
    return step() ? [{ ...writtenOut(content, own, view), type }] : [];
  });
}

const MOST = 100;

interface Item {
  readonly key: HclValue;
  readonly value: HclValue;
}

function itemsOf(value: HclValue): readonly Item[] | undefined {
  switch (value.kind) {
    case 'list':
      return value.items.map((item) => ({ key: item, value: item }));
    case 'map':
      return value.pairs.map((pair) => ({ key: keyOf(pair), value: pair.value }));
    case 'call': {
      const [only, ...others] = value.values;
      return only && others.length === 0 && HANDS_ON.test(value.name) ? itemsOf(only) : undefined;
    }
    case 'text':
    case 'bare':
      return undefined;
    default:
      return value satisfies never;
  }
}

const HANDS_ON = /^(?:toset|tolist|tomap|distinct|compact|flatten)$/;

function keyOf({ key }: HclPair): HclValue {
  return { kind: 'text', token: key, start: key.start, end: key.end };
}

function meant(value: HclValue, known: Known, view: View, depth = 0): HclValue {
  if (depth > DEEPEST || !step()) return value;
  const inner = (one: HclValue) => meant(one, known, view, depth + 1);
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map(inner) };
    case 'map':
      return { ...value, pairs: value.pairs.map((pair) => ({ ...pair, value: inner(pair.value) })) };
    case 'call':
      return { ...value, values: value.values.map(inner) };
    case 'text':
    case 'bare': {
      const name = nameIn(view.text.slice(value.start, Math.min(value.end, value.start + LONGEST_NAME)).trim());
      const found = name === undefined ? undefined : lookedUp(name, known);
      return found ? inner(found) : value;
    }
    default:
      return value satisfies never;
  }
}

const DEEPEST = 8;
const LONGEST_NAME = 200;

/** `volume.value["path"]`, `"${volume.value.path}"`, as the words of the name. */
function nameIn(written: string): readonly string[] | undefined {
  const bare = (/^"\$\{([^{}]{0,400})\}"$/.exec(written)?.[1] ?? written).trim();
  if (!/^[A-Za-z_]\w*(?:\.[\w-]+|\["[\w.-]+"\])+$/.test(bare)) return undefined;
  return bare.replace(/\["([\w.-]+)"\]/g, '.$1').split('.');
}

function lookedUp(words: readonly string[], known: Known): HclValue | undefined {
  let found = known.get(words.slice(0, 2).join('.'));
  for (const word of words.slice(2))
    found = found?.kind === 'map' ? found.pairs.find(({ key }) => key.text === word)?.value : undefined;
  return found;
}
