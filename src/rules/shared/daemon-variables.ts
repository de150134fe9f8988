/** Options of dockerd in variables, in settings of that name, and as flags: told once where one stands in the other. */
import { KEY_OF_VARIABLE } from '../../data/daemon-config.ts';
import type { Cause } from '../../judge.ts';
import type { Document } from '../../model/document.ts';
import type { EnvFact, Fact, FlagFact, SettingFact } from '../../model/fact.ts';
import { carriesEngine } from '../../placing/engines.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { lineBefore, lineKey, spanText } from '../../text/source.ts';
import type { Report, RuleContext } from '../rule.ts';
import { isInFile, isInTemplate, writerPlaces } from './daemon-contents.ts';
import { andMore, checkDaemonJson, gravest, reportKey } from './daemon-json.ts';
import {
  DAEMON_ROWS,
  insteadOf,
  isInValue,
  type Option,
  optionsAdvice,
  optionsBeside,
  optionsOf,
} from './daemon-options.ts';
import { firstBy } from './documents.ts';
import { isMountedByEngineInValues } from './engines.ts';
import { installerPlaces } from './installed-files.ts';
import { kubesprayAdvice, kubesprayFix } from './kubespray.ts';
import { isForOwnEngine } from './pods.ts';
import { reportAt } from './reports.ts';
import { lastKey } from './settings.ts';
import { advise, noDocker, quoted } from './words.ts';

export function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  // The items of a list are one value.
  if (isItem(fact) && !isFirstItem(fact, context)) return undefined;
  const report = fact.format === 'daemon-json' ? checkDaemonJson(fact, context) : checkNamed(fact, context);
  return report && !isForEngineOfPod(fact, context) ? report : undefined;
}

/** What an engine in a pod is told is its own. */
export function isForEngineOfPod(fact: SettingFact, context: RuleContext): boolean {
  return isForOwnEngine(fact, context.project) || isMountedByEngineInValues(fact, context);
}

function isItem(fact: Fact): boolean {
  return fact.kind === 'setting' && fact.path.at(-1) === '[]' && KEY_OF_VARIABLE.has(lastKey(fact).toLowerCase());
}

const isFirstItem = firstBy((fact) => (fact.kind === 'setting' && isItem(fact) ? fact.path.join('\0') : undefined));

function checkNamed(fact: SettingFact, context: RuleContext): Report | undefined {
  const name = lastKey(fact).toLowerCase();
  const key = KEY_OF_VARIABLE.get(name);
  if (key === undefined || fact.path.length > 6 || fact.value.text === '') return undefined;
  if (!/^(yaml|json|ansible|kubernetes|ini|docker-options)$/.test(fact.format)) return undefined;
  const report = reportVariable(fact, name, key, context);
  return isInTemplate(lastKey(fact), context.project) ? { ...report, cause: 'docker-daemon-config/installed' } : report;
}

/** The lines that put the text on the node, of a file of the repository or of a text in another. */
function placesOf({ document }: Fact, context: RuleContext): NonNullable<Report['related']> {
  return [...installerPlaces(document, context), ...writerPlaces(document, context)];
}

export function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  const key = KEY_OF_VARIABLE.get(fact.name.toLowerCase());
  if (key === undefined || fact.pod || (fact.value?.text ?? '') === '') return undefined;
  // A lower-case name is the script's own; options of dockerd are written in capitals, or by Ansible.
  if (fact.document.language === 'shell' && !fact.exported && fact.name === fact.name.toLowerCase()) return undefined;
  if (isHandedOn(fact) || isAnswer(fact)) return undefined;
  return isInFile(fact, context) ? undefined : reportVariable(fact, fact.name, key, context);
}

/** `DOCKER_OPTS="$DOCKER_OPTS $MORE"`: the options are told where they are written. */
function isHandedOn({ value, document }: EnvFact): boolean {
  if (!value || document.language !== 'shell') return false;
  return /^["']?(?:\s*\$(?:\w{1,80}|\{\w{1,80}\}))+\s*["']?;?$/.test(spanText(spanOf(value)).slice(0, LONGEST_VALUE));
}

const LONGEST_LINE = 200;
const LONGEST_VALUE = 2000;

/** `DOCKER_CGROUP_DRIVER=$(docker info | grep -i cgroup)`: what dockerd says of itself is an answer, and no option. */
function isAnswer({ value, document }: EnvFact): boolean {
  if (!value || document.language !== 'shell') return false;
  return ASKS_DOCKERD.test(spanText(spanOf(value)).slice(0, LONGEST_VALUE));
}

const ASKS_DOCKERD = /^["']?(?:\$\(|`)\s{0,9}(?:sudo\s{1,9})?docker\s{1,9}(?:system\s{1,9})?(?:info|version)\b/;

export function checkFlag(fact: FlagFact, context: RuleContext): Report | undefined {
  if (fact.program !== 'dockerd' || (fact.pod && carriesEngine(fact.pod))) return undefined;
  if (isShownByVariable(fact, context) || isPartOfVariable(fact, context)) return undefined;
  const [main, ...others] = optionsBeside(fact, context);
  if (main && main.flag !== fact) return undefined;
  const report = reportKey(fact, fact.name, fact.value ?? fact.at, context);
  if (!report) return undefined;
  const places = placesOf(fact, context);
  if (!main || others.length === 0) return { ...report, related: places };
  return {
    ...report,
    message: `${report.message}${andMore(others.length)}`,
    instead: optionsAdvice([main, ...others], context) ?? report.instead,
    related: [...others.map(({ flag }) => ({ at: flag.at, message: 'beside it' })), ...places],
  };
}

/** A file of variables or a unit that gives dockerd options. */
export function saysOptions(document: Document, context: RuleContext): boolean {
  return daemonVariables(document, context).length > 0 || flagsTold(document, context).length > 0;
}

function reportVariable(fact: EnvFact | SettingFact, name: string, key: string, context: RuleContext): Report {
  const row = DAEMON_ROWS.get(key);
  const options = optionsOf(fact, context);
  return reportAt(fact, variableCause(fact, options), {
    message: `${quoted(name)} sets options of dockerd, which no node runs without Docker Engine`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead:
      kubesprayAdvice(fact, name, context) ??
      optionsAdvice(options, context) ??
      (row ? insteadOf(row, row.values ? fact.value : undefined, context) : moveEach(context)),
    related: placesOf(fact, context),
    fix: kubesprayFix(fact, name, context),
  });
}

function variableCause(fact: EnvFact | SettingFact, options: readonly Option[]): Cause {
  const gravestOption = gravest(options.map(({ row }) => row));
  return gravestOption ?? (fact.kind === 'setting' ? 'docker-daemon-config/provisioner' : 'docker-daemon-config');
}

function moveEach({ target }: RuleContext): string {
  return advise(target, {
    containerd: 'move each option to /etc/containerd/config.toml, hosts.toml or KubeletConfiguration',
    crio: 'move each option to /etc/crio/crio.conf.d, registries.conf.d or KubeletConfiguration',
  });
}

function isShownByVariable(flag: FlagFact, context: RuleContext): boolean {
  const sameLine = variablesByLine(flag.document, context).get(lineKey(spanOf(flag.at))) ?? [];
  return sameLine.some(({ value }) => isInValue(flag, value));
}

/** `DOCKER_OPT_MTU="--mtu=$MTU"` of a script that puts DOCKER_OPTS together from such parts: that is told at the whole. */
function isPartOfVariable({ document, at }: FlagFact, context: RuleContext): boolean {
  const { source, start } = spanOf(at);
  const before = lineBefore(source.text, start, LONGEST_LINE);
  if (document.language !== 'shell' || !/\bDOCKER_OPT_\w{1,40}=/.test(before)) return false;
  return [document, ...context.partsOf(document)].some((one) => daemonVariables(one, context).length > 0);
}

const variablesByLine = once((document: Document, context: RuleContext) =>
  groupBy(daemonVariables(document, context), ({ value }) => (value ? lineKey(spanOf(value)) : '')),
);

const daemonVariables = once((document: Document, context: RuleContext): readonly (EnvFact | SettingFact)[] =>
  context
    .factsOf(document)
    .filter(
      (fact): fact is EnvFact | SettingFact =>
        (fact.kind === 'env' && checkVariable(fact, context) !== undefined) ||
        (fact.kind === 'setting' &&
          fact.format !== 'terraform' &&
          (isItem(fact) || checkSetting(fact, context) !== undefined)),
    ),
);

/** The options that are told by themselves: `EXTRA_STORAGE_OPTIONS="--storage-opt …"`. */
const flagsTold = once((document: Document, context: RuleContext): readonly FlagFact[] =>
  context
    .factsOf(document)
    .filter((fact): fact is FlagFact => fact.kind === 'flag' && checkFlag(fact, context) !== undefined),
);
