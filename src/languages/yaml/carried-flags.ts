/** Flags of the kubelet that configuration files carry as maps, lists or strings instead of on a command line. */
import { flagCarrier, namesGoneFlags } from '../../data/flag-carriers.ts';
import type { Document, Token } from '../../model/document.ts';
import type { FlagFact } from '../../model/fact.ts';
import { cutToken, type Flag, kubeletFlags, readFlags, splitWords } from '../flags.ts';
import { certaintyOf, flagFact } from '../text/facts.ts';
import { walkMaps } from './walk.ts';
import { get, itemsOf, pairsOf, textAt, tokenOf, type YamlMap, type YamlNode, type YamlPair } from './yaml.ts';

/** Keys that carry flags of the component that the key above them names. */
const COMPONENT_CARRIERS = /^(?:extra[-_]?args|flags|args|extra[-_]?flags)$/i;
/** Flags have dashes between their words; the fields of KubeletConfiguration have none. */
const FLAG_NAME = /^[a-z]+(?:-[a-z]+)+$/;
/** `additionalArguments`, `extraArgs`: a list of flags for the program that the chart runs. */
const ARGUMENTS = /(?:args|arguments|flags)$/i;

export function carriedFlags(document: Document, root: YamlNode): readonly FlagFact[] {
  const facts: FlagFact[] = [];
  const isValues = document.language === 'helm-values';
  walkMaps(root, (map, path) => {
    for (const pair of map.pairs) {
      const program = programOf(pair, path) ?? (isValues ? programOfList(pair) : undefined);
      if (program && pair.value) facts.push(...flagsIn(document, program, pair.value));
    }
    const [name, value] = namedValue(map);
    const program = name && value && flagCarrier(name);
    if (program) facts.push(...flagsIn(document, program, value));
  });
  return facts;
}

/** `{ParameterKey: …, ParameterValue: …}` of CloudFormation, `{op: add, path: /…/kubeletExtraArgs, value: …}` of a patch. */
function namedValue(map: YamlMap): readonly [name: string | undefined, value: YamlNode | undefined] {
  const parameter = textAt(map, 'ParameterKey');
  if (parameter !== undefined) return [parameter, get(map, 'ParameterValue')];
  const isPatch = /^(?:add|replace)$/.test(textAt(map, 'op') ?? '');
  if (!isPatch) return [undefined, undefined];
  // ClusterClass: the value may be a template that writes it.
  return [textAt(map, 'path')?.split('/').at(-1), get(map, 'value') ?? get(get(map, 'valueFrom'), 'template')];
}

function programOf(pair: YamlPair, path: readonly string[]): string | undefined {
  // `kubelet-arg+` adds to the list of another file of K3s. https://docs.k3s.io/installation/configuration#value-merge-behavior
  // `kubernetes::kubelet_extra_arguments` of Hiera is a variable of a class of Puppet.
  const key = pair.key.text.replace(/\+$|^\w+(?:::\w+)*::/g, '');
  const program = programOfKey(key, pair, path);
  return program && !namesGoneFlags(key) ? program : undefined;
}

function programOfKey(key: string, pair: YamlPair, path: readonly string[]): string | undefined {
  // What a module, template or role takes, and what that is when nobody says it.
  const carrier = flagCarrier(/^default(?:_?value)?$/i.test(key) ? (path.at(-1) ?? key) : key);
  if (carrier) return isDeclaration(pair.value) ? undefined : carrier;
  if (isServicePath(pair) || isCommandOfKubelet(pair.value)) return 'kubelet';
  const isUnderKubelet = /^kubelet$/i.test(path.at(-1) ?? '');
  if (COMPONENT_CARRIERS.test(key) && isUnderKubelet) return 'kubelet';
  // https://kairos.io/docs/reference/configuration/
  if (key === 'args' && /^k3s(?:-agent)?$/.test(path.at(-1) ?? '')) return 'k3s';
  if (/kubelet/i.test(key) && pairsOf(pair.value).some((inner) => FLAG_NAME.test(inner.key.text))) return 'kubelet';
  const hasDashes = pairsOf(pair.value).some((inner) => inner.key.text.startsWith('--'));
  if (!hasDashes) return undefined;
  return /kubelet/i.test(key) ? 'kubelet' : /kubelet/i.test(path.at(-1) ?? '') ? 'kubelet' : 'unknown';
}

/** What such a variable is for, and its default. */
function isDeclaration(value: YamlNode | undefined): boolean {
  return pairsOf(value).some(({ key }) => /^(?:default|type|description)$/i.test(key.text));
}

function programOfList({ key, value }: YamlPair): 'unknown' | undefined {
  const items = ARGUMENTS.test(key.text) ? itemsOf(value) : [];
  const isFlags = items.every((item) => item.kind === 'scalar' && item.text.startsWith('--'));
  return items.length > 0 && isFlags ? 'unknown' : undefined;
}

/** `["/usr/bin/kubelet", "--network-plugin=cni"]`: a command line as a list. */
function isCommandOfKubelet(value: YamlNode | undefined): boolean {
  const [first] = itemsOf(value);
  return first?.kind === 'scalar' && /^(?:\S*[\\/])?kubelet(?:\.exe)?$/.test(first.text);
}

/** `path: C:\k\kubelet.exe --windows-service --…` of a Windows service. */
function isServicePath({ key, value }: YamlPair): boolean {
  if (!/^(?:path|bin_?path)$/i.test(key.text) || value?.kind !== 'scalar') return false;
  return /(?:^|[\\/])kubelet(?:\.exe)?["']?\s+-/i.test(value.text.slice(0, 4096));
}

function flagsIn(document: Document, program: string, value: YamlNode): FlagFact[] {
  return foundIn(program, value).map((flag) =>
    flagFact(document, flag, 'map', { certainty: certaintyOf(flag.value?.text ?? flag.at.text) }),
  );
}

function foundIn(program: string, value: YamlNode): Flag[] {
  if (value.kind === 'scalar') return settingLines(program, tokenOf(value)) ?? textFlags(program, tokenOf(value));
  if (value.kind === 'map') return value.pairs.map((pair) => pairFlag(program, tokenOf(pair.key), pair.value));
  const items = value.items.every((item) => item.kind === 'scalar') ? argumentFlags(program, value.items) : undefined;
  if (items) return items;
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return settingFlag(program, tokenOf(item)) ?? textFlags(program, tokenOf(item));
    const name = pairsOf(item).find((pair) => pair.key.text === 'name')?.value;
    const own = pairsOf(item).find((pair) => pair.key.text === 'value')?.value;
    return name?.kind === 'scalar' ? [pairFlag(program, tokenOf(name), own)] : [];
  });
}

/** `'network-plugin: cni'`: a line of the file that the tool writes. */
function settingFlag(program: string, text: Token): Flag[] | undefined {
  const name = program === 'kubelet' ? /^([a-z]+(?:-[a-z]+)+):\s+(?=\S)/.exec(text.text) : null;
  if (!name?.[1]) return undefined;
  const value = cutToken(text, name[0].length, text.text.length);
  return [{ program, name: name[1], at: text, value }];
}

/** `cloud-provider: external\nnetwork-plugin: cni`: a map as a text. */
function settingLines(program: string, text: Token): Flag[] | undefined {
  const lines = text.text.split('\n');
  if (!lines.every((line) => SETTING_LINE.test(line))) return undefined;
  let start = 0;
  const flags = lines.flatMap((line) => {
    const from = start + line.search(/\S|$/);
    start += line.length + 1;
    return settingFlag(program, cutToken(text, from, start - 1)) ?? [];
  });
  return flags.length > 0 ? flags : undefined;
}

/** A line of it, one of a template or an empty one. */
const SETTING_LINE = /^[ \t]*(?:\{\{.*|[a-z]+(?:-[a-z]+)*:[ \t].*)?\r?$/;

/** `["--network-plugin", "cni"]`: words of a command line; undefined where an item is a text of several. */
function argumentFlags(program: string, items: readonly YamlNode[]): Flag[] | undefined {
  const words = items.flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : []));
  const isLine = words.some(({ text }) => text.startsWith('--')) && words.every(({ text }) => !/\s/.test(text));
  return isLine ? readFlags(program, words, cutToken) : undefined;
}

function pairFlag(program: string, at: Token, value: YamlNode | undefined): Flag {
  return { program, name: at.text.replace(/^-+/, '').replaceAll('_', '-'), at, value: firstScalar(value) };
}

/** `--name=value --other value`, or one `name=value` without dashes. */
function textFlags(program: string, text: Token): Flag[] {
  return program === 'kubelet'
    ? kubeletFlags(text, cutToken)
    : readFlags(program, splitWords(text, cutToken), cutToken);
}

function firstScalar(node: YamlNode | undefined): Token | undefined {
  if (node?.kind === 'scalar') return tokenOf(node);
  const item = node?.kind === 'list' ? node.items[0] : undefined;
  return item?.kind === 'scalar' ? tokenOf(item) : undefined;
}
