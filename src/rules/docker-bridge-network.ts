/** Finds the bridge and the address range that dockerd makes, used as if every node had them. */

import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, FlagFact, SettingFact } from '../model/fact.ts';
import { carriesEngine } from '../placing/engines.ts';
import { rootOf } from '../placing/units.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { lineText, positionAt } from '../text/source.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { settingsBeside } from './shared/documents.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey, plain } from './shared/settings.ts';
import { isWritten } from './shared/tokens.ts';
import { noDocker, quoted } from './shared/words.ts';

const BRIDGE = /(^|[^\w.-])docker0($|[^\w-])/;
const GATEWAY = /(^|[^\d.])172\.17\.0\.1($|[^\d.])/;
const RANGE = /(^|[^\d.])172\.17\.0\.0\/16($|\D)/;
const FIREWALL = new Set(['iptables', 'ip6tables', 'ufw', 'firewall-cmd', 'nft']);
const NETWORK = new Set([
  ...FIREWALL,
  'ip',
  'ifconfig',
  'brctl',
  'bridge',
  'sysctl',
  'ethtool',
  'tcpdump',
  'tc',
  'route',
  'curl',
  'wget',
  'ping',
  'nc',
]);
const TEXT_LIMIT = 4096;

/** Names of lists of what a program does not look at, which works the same where the interface is missing. */
const LEFT_OUT = /exclude|ignore|skip|blacklist|deny|unmanaged|except/i;

export const rule: Rule = {
  id: 'docker-bridge-network',
  summary: 'Something relies on the bridge docker0 or its addresses.',
  fix: { none: 'which interface and which range are meant depends on the CNI plugin.' },
  triggers: ['docker0', '172.17.0'],
  checks: { command: checkCommand, flag: checkFlag, env: checkVariable, setting: checkSetting },
};

function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  if (!NETWORK.has(fact.program) || (fact.pod && carriesEngine(fact.pod))) return undefined;
  const word = fact.words
    .slice(1)
    .find(
      ({ text }, i) => nameIn(text) !== undefined && !LEFT_OUT.test(text) && !LEFT_OUT.test(fact.words[i]?.text ?? ''),
    );
  const found = word && nameIn(word.text);
  if (!word || found === undefined || removesLink(fact) || removesRule(fact) || isForRemoval(fact, found, context))
    return undefined;
  const made = found === 'docker0' ? bridgeMade(fact.document, context) : undefined;
  if (made) return made === fact ? reportMade(fact, context) : undefined;
  const firewall = FIREWALL.has(fact.program) && (found !== 'docker0' || isExcepted(word, fact));
  const cause: Cause = firewall ? 'docker-bridge-network/firewall' : 'docker-bridge-network';
  return report(fact, found, cause, context, isWritten(word) ? fact.at : word);
}

/** `brctl addbr docker0`, `ip link add docker0 type bridge`: where a document makes the bridge, its other lines find it. */
const bridgeMade = once((document: Document, { factsOf }: RuleContext): CommandFact | undefined => {
  const made = factsOf(document).find((fact) => fact.kind === 'command' && makesBridge(fact));
  return made?.kind === 'command' ? made : undefined;
});

function makesBridge({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  if (!texts.includes('docker0')) return false;
  return program === 'brctl' ? texts.includes('addbr') : program === 'ip' && texts.includes('add') && isLink(texts);
}

function isLink(texts: readonly string[]): boolean {
  return texts.some((text) => /^l(?:ink)?$/.test(text)) && texts.includes('bridge');
}

function reportMade(fact: CommandFact, { target }: RuleContext): Report {
  return reportAt(fact, 'docker-bridge-network/made', {
    message: '`docker0` is made here for dockerd; no other runtime attaches anything to it',
    ...noDocker(target, 'only dockerd uses docker0'),
    instead: 'Drop the bridge with Docker Engine: the CNI plugin makes one of its own',
  });
}

/** `ip link delete docker0`, `brctl delbr docker0`. */
function removesLink({ program, words }: CommandFact): boolean {
  return (
    /^(?:ip|brctl|ifconfig|nmcli)$/.test(program) && words.some(({ text }) => /^(?:del|delete|delbr|down)$/.test(text))
  );
}

/** `iptables -D FORWARD -o docker0 …`, `nft delete table ip docker-nat`: what is gone is not missed. */
function removesRule({ program, words }: CommandFact): boolean {
  return (
    FIREWALL.has(program) &&
    words.some(({ text }) => /^(?:-[DFX]|--(?:delete|flush|delete-chain)|--remove-.*|delete|destroy|flush)$/.test(text))
  );
}

/** `ip link show docker0 && ip link delete docker0`, `if ip link show docker0; then …`: asked for what goes. */
function isForRemoval(fact: CommandFact, name: string, context: RuleContext): boolean {
  const isBefore = fact.statement.commands.some(
    (other) => removesLink(other) && other.words.some(({ text }) => text === name),
  );
  return isBefore || (!FIREWALL.has(fact.program) && linksDeleted(fact.document, context).has(name));
}

/** The interfaces that a document deletes. */
const linksDeleted = once(
  (document: Document, { factsOf }: RuleContext): ReadonlySet<string> =>
    new Set(
      factsOf(document).flatMap((fact) =>
        fact.kind === 'command' && removesLink(fact) && fact.words.some(({ text }) => /^del/.test(text))
          ? fact.words.map(({ text }) => text)
          : [],
      ),
    ),
);

/** `iptables … ! -o docker0`: every other interface, as all are where there is none of that name. */
function isExcepted(word: Token, { words }: CommandFact): boolean {
  const at = words.indexOf(word);
  return words[at - 2]?.text === '!' || words[at - 1]?.text === '!' || word.text.startsWith('!');
}

function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  if (fact.pod && carriesEngine(fact.pod)) return undefined;
  const value = fact.value?.text ?? '';
  // A whole script in a variable is read as one, line by line.
  if (value.includes('\n')) return undefined;
  const found = nameIn(withoutLeftOut(value));
  return found === undefined || LEFT_OUT.test(fact.name) || NO_PROXY.test(fact.name) || isAmongNetworks(value)
    ? undefined
    : report(fact, found, 'docker-bridge-network', context, fact.value);
}

/** `--device-exclude=^docker0$` and `--exclude docker0` of a command line that a variable holds. */
function withoutLeftOut(value: string): string {
  const words = value.slice(0, TEXT_LIMIT).split(/\s+/);
  const isLeftOut = (word: string | undefined) => word !== undefined && /^--?\w/.test(word) && LEFT_OUT.test(word);
  return words.filter((word, i) => !isLeftOut(word) && !isLeftOut(words[i - 1])).join(' ');
}

/** Addresses that are asked without the proxy, which are the same where nobody has them. */
const NO_PROXY = /^no_?proxy$|_no_?proxy$/i;

/** `10.0.0.0/8 172.17.0.0/16 192.168.0.0/16`: a table of private networks. */
function isAmongNetworks(value: string): boolean {
  const networks = value.slice(0, TEXT_LIMIT).match(/\b\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}\b/g) ?? [];
  return new Set(networks).size > 1 && !BRIDGE.test(value) && !GATEWAY.test(value);
}

/** `--iface=docker0` of a program that is told which interface to use. */
function checkFlag(fact: FlagFact, context: RuleContext): Report | undefined {
  if (fact.value?.text !== 'docker0' || /^docker(?:d|$)/.test(fact.program) || LEFT_OUT.test(fact.name))
    return undefined;
  const isInterface = /interface|iface|bridge|device/.test(fact.name) && !/docker/.test(fact.name);
  return isInterface && !isWithoutRules(fact) && !(fact.pod && carriesEngine(fact.pod))
    ? report(fact, 'docker0', 'docker-bridge-network', context, fact.value)
    : undefined;
}

/**
 * `--host-interface` of kube2iam and kiam: the interface of a rule of iptables that they only write with `--iptables`.
 * https://github.com/jtblin/kube2iam#iptables
 */
function isWithoutRules({ name, pod, at }: FlagFact): boolean {
  if (name !== 'host-interface' || !pod) return false;
  const container = pod.containers.find(({ command, args }) =>
    [...command, ...args].some((word) => spanOf(word).start <= spanOf(at).start && spanOf(word).end >= spanOf(at).end),
  );
  return container !== undefined && !container.args.some(({ text }) => /^--iptables(?:$|=(?!false))/.test(text));
}

/** The same in the values of their charts: `host: {iptables: false, interface: docker0}`. */
function isBesideNoRules(fact: SettingFact, context: RuleContext): boolean {
  return settingsBeside(fact, context).some((one) => lastKey(one) === 'iptables' && one.value.text === 'false');
}

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const text = fact.value.text;
  if (text.includes('\n') || fact.format === 'daemon-json' || fact.format === 'grafana' || fact.format === 'prometheus')
    return undefined;
  if (fact.path.some((one) => LEFT_OUT.test(one))) return undefined;
  const key = plain(lastKey(fact));
  if (GATEWAY.test(text) && /gateway|host|addr|server|endpoint|url|interface/.test(key))
    return report(fact, '172.17.0.1', 'docker-bridge-network', context);
  if (fact.format === 'terraform' && RANGE.test(text) && /cidr/.test(key) && !NETWORK_ITSELF.test(key))
    return report(fact, '172.17.0.0/16', 'docker-bridge-network/firewall', context);
  return /^docker0$/.test(text) &&
    /interface|iface|bridge|device/.test(key) &&
    !/dockerbridge/.test(key) &&
    !isBesideNoRules(fact, context)
    ? report(fact, 'docker0', 'docker-bridge-network', context)
    : undefined;
}

/** The range of a network that is made with it: `cidr_block`, `ip_cidr_range`, `vpc_cidr`, `private_subnet_cidrs`. */
const NETWORK_ITSELF = /^(?:ip)?cidr(?:block|range)?$|(?:vpc|vnet|subnet|network|pod|service|cluster)s?\w{0,40}cidr/;

function nameIn(text: string): string | undefined {
  const start = text.slice(0, TEXT_LIMIT);
  if (BRIDGE.test(start)) return 'docker0';
  if (GATEWAY.test(start)) return '172.17.0.1';
  return RANGE.test(start) ? '172.17.0.0/16' : undefined;
}

const OF_CNI =
  /(?:^|[^\w.-])(?:cni\d|flannel\.\d+|cilium_\w+|vxlan\.calico|cali\+|tunl0|kube-bridge|weave)(?:$|[^\w.-])/;
/** A list of interfaces that is written one to a line. */
const LINES_AROUND = 2;

/** An interface of a CNI plugin stands on the same line, or on one close to it: where docker0 is missing, that one is meant. */
function isBesideCni(at: Token): boolean {
  const { source, start } = spanOf(at);
  const { line } = positionAt(source, start);
  for (let near = line - LINES_AROUND; near <= line + LINES_AROUND; near++)
    if (OF_CNI.test(lineText(source, near).slice(0, TEXT_LIMIT))) return true;
  return false;
}

const NETWORK_OF_PODS =
  /\bkubeadm[ \t]+(?:init|join)\b|\/(?:etc|opt)\/cni\/|\bkubectl\b[^\n]{0,200}\b(?:flannel|calico|canal|weave|cilium|kube-router)|--network-plugin=cni\b/i;
/** Flannel that gives its range to Docker: the pods were on docker0. */
const PODS_ON_BRIDGE = /mk-docker-opts|FLANNEL_SUBNET|--bip\b|["']bip["']|network-plugin=kubenet/i;
const LONGEST_SCRIPT = 400_000;

/** The file gives the pods a network of their own, so that a rule for docker0 was none for them. */
const hasNetworkOfPods = once((document: Document): boolean => {
  const text = document.view.text.slice(0, LONGEST_SCRIPT);
  return NETWORK_OF_PODS.test(text) && !PODS_ON_BRIDGE.test(text);
});

/** A rule for an interface that is not there does nothing, and fails nothing. */
function isRuleBesideCni(fact: Fact, name: string): boolean {
  return (
    name === 'docker0' &&
    fact.kind === 'command' &&
    FIREWALL.has(fact.program) &&
    hasNetworkOfPods(rootOf(fact.document))
  );
}

function report(fact: Fact, name: string, cause: Cause, { target }: RuleContext, at: Token = fact.at): Report {
  if (isRuleBesideCni(fact, name) && !isBesideCni(at))
    return reportAt(
      fact,
      'docker-bridge-network/beside-cni',
      {
        message:
          'The rule is for `docker0`, which is not there without Docker Engine; pods are on the network of the CNI plugin',
        ...noDocker(target, 'only dockerd creates docker0'),
        instead: insteadOfBridge(fact),
      },
      at,
    );
  const asks = fact.kind === 'command' && !FIREWALL.has(fact.program);
  if (name === 'docker0' && !asks && isBesideCni(at))
    return reportAt(
      fact,
      'docker-bridge-network/beside-cni',
      {
        message: '`docker0` is one of several interfaces; it is not there without Docker Engine',
        ...noDocker(target, 'only dockerd creates docker0'),
        instead: 'Delete docker0 from the list once no node runs Docker Engine',
      },
      at,
    );
  const words = {
    message: `${quoted(name)} is made by dockerd: without it nothing has that ${name === 'docker0' ? 'interface' : 'address'}`,
    ...noDocker(target, 'only dockerd creates docker0'),
    instead:
      name === 'docker0'
        ? insteadOfBridge(fact)
        : 'Use the address of the node (status.hostIP in a pod) or the pod range of the CNI plugin',
  };
  return reportAt(fact, cause, words, at);
}

/** A rule of a firewall that loses its interface is for all of them. */
function insteadOfBridge(fact: Fact): string {
  const isRule = fact.kind === 'command' && FIREWALL.has(fact.program);
  const first = isRule
    ? 'Delete the rule, or write the bridge of the CNI plugin (cni0) for docker0 in it; without an interface it would be for all traffic'
    : 'Write the interface of the CNI plugin (cni0) for docker0, or use the address of the node';
  return `${first}. Set net.ipv4.ip_forward = 1 in /etc/sysctl.d, which dockerd used to do`;
}
