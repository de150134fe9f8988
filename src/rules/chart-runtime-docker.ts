/** Finds settings of applications and charts that choose Docker, and charts that choose it until told otherwise. */
import {
  CHART_DEFAULTS,
  CHART_SETTINGS,
  type ChartDefaultRow,
  RUNTIME_KEY,
  type RuntimeOutcome,
} from '../data/charts.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Flag } from '../languages/flags.ts';
import type { Token } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import type { Target } from '../model/target.ts';
import { carriesEngine } from '../placing/engines.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { chartValueOf } from './shared/chart-values.ts';
import { namesChart } from './shared/charts.ts';
import { flagsOf } from './shared/command-flags.ts';
import { mentions, settingsBeside } from './shared/documents.ts';
import { valueFix } from './shared/fixes.ts';
import { isWithoutReader } from './shared/installations.ts';
import { entryRemoval } from './shared/removals.ts';
import { reportAt } from './shared/reports.ts';
import { commandChoice, flagChoice, isToldWithMount, variableChoice } from './shared/runtime-choices.ts';
import { endsWithKeys, lastKey, variableName } from './shared/settings.ts';
import { advise, noDocker, quoted, sentence } from './shared/words.ts';

interface Row {
  readonly app: string;
  readonly outcome: RuntimeOutcome;
  readonly containerd: string;
  readonly crio: string;
}

export const rule: Rule = {
  id: 'chart-runtime-docker',
  summary: 'An application or chart is set to use Docker.',
  fix: {
    unsafe:
      'The value of the advice for keys and variables that are known; a key that the application no longer has goes. On nodes that still run Docker Engine the application looks for the other runtime.',
  },
  triggers: [
    'docker',
    'containerruntimeexecutor',
    'container-runtime-executor',
    'container_runtime_executor',
    'chaos-mesh',
    'pumba',
    'fluent-operator',
  ],
  checks: {
    setting: checkSetting,
    env: (fact, context) =>
      fact.value && isContainers(fact) ? checkVariable(fact, fact.name, fact.value, context) : undefined,
    flag: (fact, { target }) => {
      const row = flagChoice(fact);
      if (!row || (row.outcome === 'breaks' && isToldWithMount(fact))) return undefined;
      return report(fact, row, flagText(fact), target, fact.value);
    },
    command: checkFlags,
  },
};

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const chart = chartDefault(fact, context);
  if (chart) return reportDefault(fact, chart, context.target);
  const name = variableName(fact);
  if (name !== undefined) return checkVariable(fact, name, fact.value, context);
  const value = fact.value.text.toLowerCase();
  const row = CHART_SETTINGS.find(
    (one) =>
      (one.values === 'any' || one.values.includes(value)) &&
      endsWithKeys(fact.path, one.keys) &&
      (one.signs.length === 0 || mentions(fact.document, one.signs)),
  );
  if (row?.reader && isWithoutReader(fact, row.reader, context)) return undefined;
  if (row) {
    const plain = report(fact, row, `${lastKey(fact)}: ${fact.value.text}`, context.target);
    const told = row.successor === undefined ? plain : withOthersOfList(plain, row.successor, fact, context);
    return isSwitchedOff(settingsBeside(fact, context))
      ? { ...told, cause: 'chart-runtime-docker/switched-off' }
      : told;
  }
  const isNamed = fact.format === 'helm-values' && value === 'docker' && RUNTIME_KEY.test(lastKey(fact));
  return isNamed ? reportNamed(fact, context.target) : undefined;
}

/** Another monitor in the place of one for Docker does not know its options; where the list has it, the one for Docker goes. */
function withOthersOfList(told: Report, other: string, fact: SettingFact, context: RuleContext): Report {
  if (RUNTIMES[context.target.runtime].keepsDocker) return told;
  const beside = settingsBeside(fact, context);
  if (isAmong(beside).has(other)) return { ...told, instead: `Delete this block: the list has type: ${other} already` };
  const options = [...new Set(beside.map((one) => one.path.at(-1) ?? ''))].filter((key) => /^docker[A-Z]/.test(key));
  return options.length === 0
    ? told
    : { ...told, instead: `Write type: ${other}, and delete ${options.join(', ')} and the other options for Docker` };
}

const isAmong = once(
  (settings: readonly SettingFact[]): ReadonlySet<string> =>
    new Set(settings.flatMap((one) => (lastKey(one) === 'type' ? [one.value.text] : []))),
);

/** `enabled: false` beside the choice: what would ask Docker is not there until somebody switches it on. */
const isSwitchedOff = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => /^enabled?$/i.test(lastKey(one)) && /^(?:false|no|off)$/i.test(one.value.text)),
);

/** A value of a chart that no table knows, which its own name explains. */
function reportNamed(fact: SettingFact, target: Target): Report {
  const key = lastKey(fact);
  const text = `${key}: ${fact.value.text}`;
  const other = otherChoice(fact);
  const choose = (runtime: string) => `${key}: ${other ?? `${runtime}, or what the chart’s own values call it`}`;
  return reportAt(fact, 'chart-runtime-docker/named', {
    message: `${quoted(text)} tells the chart that nodes run Docker, which is not there`,
    ...noDocker(target, 'this setting asks dockerd'),
    instead: advise(target, { containerd: choose('containerd'), crio: choose('crio') }),
  });
}

/** What the comment behind a value offers in its place: `runtime: docker # docker or podman`. */
function otherChoice({ value }: SettingFact): string | undefined {
  const { source, end } = spanOf(value);
  const [, comment = ''] = /^["']?[ \t]+#([^\n]{0,200})/.exec(source.text.slice(end, end + 300)) ?? [];
  if (!/\bdocker\b/i.test(comment) || /containerd|cri-?o/i.test(comment)) return undefined;
  return /\b(?:podman|buildah|kaniko|buildkit)\b/i.exec(comment)?.[0];
}

function checkVariable(fact: Fact, name: string, value: Token, { target }: RuleContext): Report | undefined {
  const row = variableChoice(name, value.text);
  const isTold = row?.outcome === 'breaks' && fact.kind === 'env' && isToldWithMount(fact);
  return row && !isTold ? report(fact, row, `${name}=${value.text}`, target) : undefined;
}

/** Set on a container, in a manifest or in the image. */
function isContainers(fact: EnvFact): boolean {
  if (fact.pod) return !carriesEngine(fact.pod);
  return fact.exported && fact.document.language !== 'shell' && fact.document.language !== 'systemd';
}

function checkFlags(fact: CommandFact, { target }: RuleContext): readonly Report[] {
  return flagsOf(fact).flatMap((flag) => {
    const row = commandChoice(flag);
    const isTold = row?.outcome === 'breaks' && isToldWithMount(fact);
    return row && !isTold ? [report(fact, row, flagText(flag), target, flag.at)] : [];
  });
}

function flagText({ name, value }: Pick<Flag, 'name' | 'value'>): string {
  return value?.text ? `--${name}=${value.text}` : `--${name}`;
}

/** A dependency or release of a chart that defaults to Docker, with no value that says otherwise next to it. */
function chartDefault(fact: SettingFact, { project }: RuleContext): ChartDefaultRow | undefined {
  const row = CHART_DEFAULTS.find((one) => one.chart === fact.value.text);
  if (!row || !namesChart(fact)) return undefined;
  if (row.chart === 'fluent-operator' && !olderThan(fact, 4)) return undefined;
  return overridden(project).get(row)?.has(projectFolderOf(fact.document.path)) ? undefined : row;
}

/** The folders in which a value says otherwise, by the row of the table. */
const overridden = once(({ facts }: Project): ReadonlyMap<ChartDefaultRow, ReadonlySet<string>> => {
  const foldersOf = (row: ChartDefaultRow) => {
    const keys = row.key.split('.');
    const found = facts.filter((fact) => fact.kind === 'setting' && endsWithKeys(fact.path, keys));
    return new Set(found.map((fact) => projectFolderOf(fact.document.path)));
  };
  return new Map(CHART_DEFAULTS.map((row) => [row, foldersOf(row)]));
});

function olderThan(fact: SettingFact, major: number): boolean {
  const version = /version:[~^>=v\s]*(?:['"][~^>=v\s]*)?(\d+)\./.exec(fact.document.view.text.slice(0, 100_000))?.[1];
  return version !== undefined && Number(version) < major;
}

function reportDefault(fact: SettingFact, row: ChartDefaultRow, target: Target): Report {
  return reportAt(fact, 'chart-runtime-docker/default', {
    message: `Chart ${quoted(row.chart)} (${row.versions}) uses Docker until ${quoted(row.key)} is set, and no value here sets it`,
    ...noDocker(target, 'this default asks dockerd'),
    instead: advise(target, row),
  });
}

const CAUSES: Readonly<Record<RuntimeOutcome, Cause>> = {
  breaks: 'chart-runtime-docker',
  monitor: 'chart-runtime-docker/monitor',
  tool: 'chart-runtime-docker/tool',
  inert: 'chart-runtime-docker/inert',
  fallback: 'chart-runtime-docker/fallback',
  removed: 'chart-runtime-docker/removed',
  obsolete: 'chart-runtime-docker/obsolete',
};

function wordsOf({ app, outcome }: Row, text: string, target: Target) {
  switch (outcome) {
    case 'removed':
    case 'obsolete':
      return {
        message: `${app} no longer knows ${quoted(text)}`,
        because: 'Argo Workflows 3.4 removed every executor but emissary',
      };
    case 'inert':
      return {
        message: `${quoted(text)} names Docker and changes nothing about the containers of other runtimes in ${app}`,
        because: `The setting only counts for containers of Docker`,
      };
    case 'fallback':
      return {
        message: `${quoted(text)} only counts for ${app} where it cannot tell the runtime of a node`,
        because: `${app} detects the runtime, and takes this where that fails`,
      };
    case 'breaks':
    case 'monitor':
    case 'tool':
      return {
        message: `${quoted(text)} makes ${app} look for Docker, which is not there`,
        ...noDocker(target, 'this setting asks dockerd'),
      };
    default:
      return outcome satisfies never;
  }
}

/** The value that the advice names, or the key less. */
function choiceFix(fact: Fact, { outcome, containerd, crio }: Row, target: Target): ReportFix | undefined {
  const advice = target.runtime === 'cri-o' ? crio : containerd;
  if (outcome === 'inert' || outcome === 'fallback' || outcome === 'monitor') return undefined;
  const isGone = outcome === 'removed' || outcome === 'obsolete';
  switch (fact.kind) {
    case 'setting':
      if (isGone) return variableName(fact) === undefined ? entryRemoval(fact.value, 'unsafe') : undefined;
      return valueFix(fact.value, variableName(fact) ?? lastKey(fact), advice);
    case 'env':
      return isGone || !fact.value ? undefined : valueFix(fact.value, fact.name, advice);
    default:
      return undefined;
  }
}

function report(fact: Fact, row: Row, text: string, target: Target, at: Token = fact.at): Report {
  const removed = row.outcome === 'removed' || row.outcome === 'obsolete';
  return reportAt(
    fact,
    CAUSES[row.outcome],
    {
      ...wordsOf(row, text, target),
      instead: removed ? sentence(row.containerd) : withKeyOfValue(advise(target, row), { ...fact, at }, target),
      fix: RUNTIMES[target.runtime].keepsDocker ? undefined : choiceFix(fact, row, target),
    },
    at,
  );
}

/** What the program is told comes from a value of the chart: that is where it is changed. */
function withKeyOfValue(advice: string, fact: Fact, target: Target): string {
  const key = fact.kind === 'setting' ? undefined : chartValueOf(fact, target)?.key;
  if (key === undefined) return advice;
  return advice.replace(/^[-\w.]+(?:=|: )([\w.:/-]+)/, (_, value: string) => `Set ${quoted(`${key}: ${value}`)}`);
}
