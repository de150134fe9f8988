/** Options of dockerd: what each becomes, and those that a variable brings. */
import { DAEMON_KEYS, type DaemonRow } from '../../data/daemon-config.ts';
import { SOURCES } from '../../data/source-links.ts';
import type { Document, Token } from '../../model/document.ts';
import type { EnvFact, FlagFact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { lineKey, type Span } from '../../text/source.ts';
import type { RuleContext } from '../rule.ts';
import { authorsText } from './docker/typed.ts';
import { settingsBeside } from './documents.ts';
import { advise } from './words.ts';

export const DAEMON_ROWS = new Map(DAEMON_KEYS.flatMap((row) => row.keys.map((key) => [key, row] as const)));

/** What pods have anyway, under the name that Docker or a distribution gave it: no other runtime is lost with it. */
const PLAIN_RUNTIME: DaemonRow = {
  keys: ['default-runtime'],
  matters: 'engine',
  containerd: 'drop it: runc is the default runtime of containerd',
  crio: 'drop it: CRI-O has a default runtime of its own',
  source: SOURCES.runtimeClass,
};

/** The row of a key, with the value that it has. */
export function daemonRow(key: string, value: string | undefined): DaemonRow | undefined {
  return key === 'default-runtime' && /^(?:docker-)?runc$/.test(value ?? '') ? PLAIN_RUNTIME : DAEMON_ROWS.get(key);
}

export interface Option {
  readonly flag: FlagFact;
  readonly row: DaemonRow;
}

/** `DOCKER_OPTS="--log-opt max-size=50m --bip=…"`: the options that stand on the line of their variable, or in its list. */
export function optionsOf(variable: EnvFact | SettingFact, context: RuleContext): readonly Option[] {
  const values =
    variable.kind === 'setting' && variable.path.at(-1) === '[]' ? itemsBeside(variable, context) : [variable];
  const flags = daemonFlags(variable.document, context);
  return values.flatMap(({ value }) =>
    (value ? (flags.get(lineKey(spanOf(value))) ?? []) : []).filter(({ flag }) => isInValue(flag, value)),
  );
}

function itemsBeside(item: SettingFact, context: RuleContext): readonly SettingFact[] {
  return settingsBeside(item, context).filter(({ path }) => path.at(-1) === '[]');
}

/** The options of dockerd that stand on one line, what matters most first: one thing to write anew. */
export function optionsBeside(flag: FlagFact, context: RuleContext): readonly Option[] {
  const all = daemonFlags(flag.document, context).get(lineKey(spanOf(flag.at))) ?? [];
  const same = all.filter((one) => one.flag.site === flag.site && one.flag.polarity === flag.polarity);
  return same.toSorted((a, b) => MATTERS.indexOf(a.row.matters) - MATTERS.indexOf(b.row.matters));
}

export const MATTERS: readonly DaemonRow['matters'][] = ['pods', 'pulls', 'silent', 'engine'];

/** The options of dockerd in a document, by their line. */
const daemonFlags = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<string, readonly Option[]> => {
  const options = factsOf(document).flatMap((flag) => {
    const row = flag.kind === 'flag' && flag.program === 'dockerd' ? daemonRow(flag.name, flag.value?.text) : undefined;
    return row && flag.kind === 'flag' ? [{ flag, row }] : [];
  });
  return groupBy(options, ({ flag }) => lineKey(spanOf(flag.at)));
});

/** Whether the flag stands in the value; both begin on one line. */
export function isInValue(flag: FlagFact, value: Token | undefined): boolean {
  if (!value) return false;
  const outer = spanOf(value);
  const inner = spanOf(flag.at);
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** What each of the options becomes; one sentence where they are all of one name. */
export function optionsAdvice(options: readonly Option[], context: RuleContext): string | undefined {
  const lines = options.map(({ flag, row }) => ({
    name: flag.name,
    advice: insteadOf(row, flag.value ?? flag.at, context),
  }));
  const [first] = lines;
  if (!first) return undefined;
  if (lines.every(({ advice }) => advice === first.advice)) return first.advice;
  if (lines.every(({ name }) => name === first.name)) return inOneSentence(lines.map(({ advice }) => advice));
  return adviceOnEach(lines);
}

/** The most advice that one sentence bears. */
const MOST_ADVICE = 12;

/** Settings that become the same one are named together: `iptables, ip-masq: Set …`. */
export function adviceOnEach(lines: readonly { readonly name: string; readonly advice: string }[]): string {
  return [...groupBy(lines, ({ advice }) => advice)]
    .slice(0, MOST_ADVICE)
    .map(([advice, same]) => {
      const names = [...new Set(same.map(({ name }) => name))];
      return `${names.join(', ')}: ${names.length > 1 ? ofSeveral(advice) : advice}`;
    })
    .join('; ');
}

function ofSeveral(advice: string): string {
  return advice.replace(/^Drop it\b/, 'Drop them').replace(': it only concerns', ': they only concern');
}

/** `Set a in X` and `Set b in X` as `Set a and b in X`. */
function inOneSentence(advices: readonly string[]): string {
  const parts = [...new Set(advices)].map((advice) => /^Set (\S+: \S+) in KubeletConfiguration$/.exec(advice)?.[1]);
  if (parts.includes(undefined)) return [...new Set(advices)].slice(0, 4).join('; ');
  return `Set ${parts.join(' and ')} in KubeletConfiguration`;
}

/** `{"max-size": "100m", "max-file": "3"}` of a daemon.json; undefined where neither stands there. */
export function logLimitsOf(options: readonly SettingFact[], { target }: RuleContext): string | undefined {
  const limits = options.flatMap(({ path, value }) => {
    const limit = logLimit(`${path[1] ?? ''}=${value.text}`);
    return limit === undefined ? [] : advise(target, { containerd: limit, crio: limit });
  });
  return limits.length > 0 ? inOneSentence(limits) : undefined;
}

export function insteadOf(row: DaemonRow, token: Token | undefined, context: RuleContext): string {
  const { target } = context;
  const limit = row.keys.includes('log-opt') && token ? logLimit(token.text) : undefined;
  if (limit !== undefined) return advise(target, { containerd: limit, crio: limit });
  const range = row.keys.includes('insecure-registry') && token ? addressRange(token) : undefined;
  if (range !== undefined)
    return advise(target, {
      containerd: `write skip_verify = true into /etc/containerd/certs.d/HOST:PORT/hosts.toml of each registry there: containerd has no ranges of addresses such as ${range}`,
      crio: `write insecure = true for each registry there into /etc/containers/registries.conf.d/: it has no ranges of addresses such as ${range}`,
    });
  const written = token ? writtenText(token) : '';
  const value = ESCAPED_BRACES.test(written) ? '' : withoutQuotes(written, row);
  // What a variable brings for a mirror is a whole address: dockerd takes none without its scheme.
  const isAddress = row.keys.includes('registry-mirror') && BROUGHT.test(value);
  const scheme = isAddress ? '' : value.startsWith('http://') ? 'http://' : 'https://';
  const clean = value.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const distribution = token && row.rancher ? distributionOf(token, context) : undefined;
  const fill = (text: string) =>
    text
      .replaceAll('{url}', () => (clean === '' ? 'https://HOST' : `${scheme}${clean}`))
      .replaceAll('{plain}', scheme === 'http://' ? ', insecure = true' : '')
      .replaceAll('{value}"', () => (isAddress ? `${clean}" (without its https://)` : `${clean || 'HOST'}"`))
      .replaceAll('{value}', () => (clean === '' ? 'HOST' : clean))
      .replaceAll('{path}', () => (clean === '' ? 'PATH' : clean))
      .replaceAll('{distribution}', distribution ?? '');
  const known = token ? token.text.replace(/\/$/, '') : '';
  const { containerd, crio } = row.values?.get(known) ?? row.values?.get(driverOf(known)) ?? row;
  const words = (distribution && row.rancher) ?? containerd;
  return advise(target, { containerd: fill(words), crio: fill(crio) });
}

/** `{{ '{{' }} name {{ '}}' }}`: the template of a template, of which the value is only the first piece. */
const ESCAPED_BRACES = /\{\{-?[ \t]{0,20}["'`]\{\{/;

/** The distribution that the file of the option puts onto its machine, where that has a containerd of its own. */
function distributionOf(token: Token, { project }: RuleContext): string | undefined {
  return distributions(project).get(spanOf(token).source.path);
}

const distributions = once(({ facts }: Project): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind !== 'command' && fact.kind !== 'flag') continue;
    const name = /^(k3s|rke2)(?:-server|-agent)?$/.exec(fact.program)?.[1];
    const { path } = spanOf(fact.at).source;
    if (name !== undefined && !found.has(path)) found.set(path, name);
  }
  return found;
});

/** `overlay2.override_kernel_check=true`, `dm.thinpooldev=…`: options of one storage driver. */
function driverOf(option: string): string {
  const [, driver = ''] = /^(\w+)\./.exec(option) ?? [];
  return driver === 'dm' ? 'devicemapper' : driver;
}

/** `{{ mirror }}`, `$MIRROR`, `${MIRROR}/path`: the beginning comes from elsewhere. */
const BROUGHT = /^(?:\{\{|<%|\$)/;

/** `'$HOST':5000` between the quotes of a script: the name of a registry has none, and an expression keeps its own. */
function withoutQuotes(text: string, { keys }: DaemonRow): string {
  if (!keys.some((key) => /^(?:insecure-registr|registry-mirror)/.test(key))) return text;
  return text.replace(/(\{\{[^{}\n]{1,160}\}\})|['"\\]/g, '$1');
}

/** `172.16.0.0/12`: dockerd takes a range for all registries in it, also from a variable that is called after one. */
function addressRange(token: Token): string | undefined {
  const range = /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/.exec(token.text)?.[0];
  return range ?? NAMED_RANGE.exec(writtenText(token))?.[0];
}

const NAMED_RANGE = /^(?:\{\{-?\s{0,9}|\$\{?)\w{0,60}(?:addresses|subnet|cidr|range)(?:\s{0,9}-?\}\}|\}|$)/i;

/** `max-size=50m` in the words of the kubelet, which keeps two files at least. */
function logLimit(option: string): string | undefined {
  const size = /^max-size=(\d+)([kmg])b?$/i.exec(option);
  if (size) return `set containerLogMaxSize: ${size[1]}${size[2]?.toUpperCase()}i in KubeletConfiguration`;
  const files = /^max-file=(\d+)$/.exec(option)?.[1];
  return files && `set containerLogMaxFiles: ${Math.max(2, Number(files))} in KubeletConfiguration`;
}

/** `{{ service_addresses }}` of a value that blanks part into words. */
function wholeExpression({ source, start }: Span): string {
  return /^\{\{[^{}\n]{1,120}\}\}/.exec(source.text.slice(start, start + 200))?.[0] ?? '';
}

/** The value as its author wrote it: `mirror.${domain}`, not what a variable holds or a template leaves open. */
export function writtenText(token: Token): string {
  const { text, view, start, end } = token;
  if (text.startsWith('{{') && !text.includes('}}')) return wholeExpression(view.root(start, end).span);
  const written = authorsText(token) ?? '';
  return written.length > 200 || /[\n"]/.test(written) ? '' : written;
}
