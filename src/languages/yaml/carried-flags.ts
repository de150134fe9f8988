/** Flags of the kubelet that configuration files carry as maps, lists or strings instead of on a command line. */
import type { Document, Token } from '../../model/document.ts';
import { type FlagFact, PLAINLY } from '../../model/fact.ts';
import { certaintyOf, token } from '../text/facts.ts';
import { walkMaps } from './walk.ts';
import { pairsOf, tokenOf, type YamlNode, type YamlPair } from './yaml.ts';

/** Keys that carry flags whatever stands around them. */
const KUBELET_CARRIERS =
  /^(?:[a-z0-9]{1,20}[-_]){0,3}(?:kubelet[-_]?(?:extra|custom|node[-_]custom)[-_]?(?:args?|flags|arguments|params)|kubelet[-_]?(?:args?|arguments|flags|opts|options)|kubelet[-_]node[-_]custom[-_]flags)$/i;
/** Keys that carry flags of the component that the key above them names. */
const COMPONENT_CARRIERS = /^(?:extra[-_]?args|flags|args|extra[-_]?flags)$/i;

export function carriedFlags(document: Document, root: YamlNode): readonly FlagFact[] {
  const facts: FlagFact[] = [];
  walkMaps(root, (map, path) => {
    for (const pair of map.pairs) {
      const program = programOf(pair, path);
      if (program && pair.value) facts.push(...flagsIn(document, program, pair.value));
    }
  });
  return facts;
}

function programOf(pair: YamlPair, path: readonly string[]): string | undefined {
  const key = pair.key.text;
  if (KUBELET_CARRIERS.test(key) || isServicePath(pair)) return 'kubelet';
  const isUnderKubelet = /^kubelet$/i.test(path.at(-1) ?? '');
  if (COMPONENT_CARRIERS.test(key) && isUnderKubelet) return 'kubelet';
  const hasDashes = pairsOf(pair.value).some((inner) => inner.key.text.startsWith('--'));
  if (!hasDashes) return undefined;
  return /kubelet/i.test(key) ? 'kubelet' : /kubelet/i.test(path.at(-1) ?? '') ? 'kubelet' : 'unknown';
}

/** `path: C:\k\kubelet.exe --windows-service --…` of a Windows service. */
function isServicePath({ key, value }: YamlPair): boolean {
  if (!/^(?:path|bin_?path)$/i.test(key.text) || value?.kind !== 'scalar') return false;
  return /(?:^|[\\/])kubelet(?:\.exe)?["']?\s+-/i.test(value.text.slice(0, 4096));
}

function flagsIn(document: Document, program: string, value: YamlNode): FlagFact[] {
  const make = (name: Token, flagValue: Token | undefined): FlagFact => ({
    kind: 'flag',
    document,
    at: name,
    certainty: certaintyOf(flagValue?.text ?? name.text),
    pod: undefined,
    container: undefined,
    ...PLAINLY,
    program,
    name: flagName(name.text),
    value: flagValue,
    carrier: 'map',
  });
  if (value.kind === 'scalar') return flagsOfText(tokenOf(value)).map(([name, text]) => make(name, text));
  if (value.kind === 'map') return value.pairs.flatMap((pair) => make(tokenOf(pair.key), firstScalar(pair.value)));
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return flagsOfText(tokenOf(item)).map(([name, text]) => make(name, text));
    const name = pairsOf(item).find((pair) => pair.key.text === 'name')?.value;
    const own = pairsOf(item).find((pair) => pair.key.text === 'value')?.value;
    return name?.kind === 'scalar' ? [make(tokenOf(name), firstScalar(own))] : [];
  });
}

function firstScalar(node: YamlNode | undefined): Token | undefined {
  if (node?.kind === 'scalar') return tokenOf(node);
  const item = node?.kind === 'list' ? node.items[0] : undefined;
  return item?.kind === 'scalar' ? tokenOf(item) : undefined;
}

function flagName(text: string): string {
  return text.replace(/^-+/, '').replace(/=.*$/s, '').replaceAll('_', '-');
}

/** `--name=value --other value`, or one `name=value` without dashes. */
function flagsOfText(text: Token): [Token, Token | undefined][] {
  const words = [...text.text.matchAll(/[^\s"']+/g)].map((match) =>
    part(text, match.index, match.index + match[0].length),
  );
  const flags: [Token, Token | undefined][] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const equals = word.text.indexOf('=');
    const isFlag = word.text.startsWith('-') || (equals > 0 && words.length === 1);
    if (!isFlag) continue;
    const next = words[i + 1];
    if (equals > 0) flags.push([word, part(word, equals + 1, word.text.length)]);
    else if (next && !next.text.startsWith('-')) flags.push([word, next]);
    else flags.push([word, undefined]);
  }
  return flags;
}

function part(text: Token, from: number, to: number): Token {
  return token(text.view, text.start + from, text.start + to);
}
