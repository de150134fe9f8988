/** Weighs what rules report: the case of each report, the judgement of it, and what the configuration says about that. */
import { type Case, judge, type Verdict } from '../judge.ts';
import { askedAt, valueAsked } from '../languages/conditions/templates.ts';
import { isDocker, namesRuntime } from '../languages/conditions/words.ts';
import { type Condition, within } from '../model/condition.ts';
import type { Level } from '../model/finding.ts';
import type { Placement } from '../model/place.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Target } from '../model/target.ts';
import type { Report } from '../rules/rule.ts';
import { once } from '../text/once.ts';
import type { Source, Span } from '../text/source.ts';
import { type Activation, fileView, type Origin } from '../text/view.ts';
import type { Choice, Choices } from './choices.ts';
import { activationIn, type UsedWhen } from './mounted.ts';

export interface RuleReport {
  readonly rule: RuleId;
  readonly report: Report;
  readonly placement: Placement;
}

export interface Weighing {
  readonly target: Target;
  readonly choices: Choices;
  readonly levelOf: (rule: RuleId, path: string) => Level | undefined;
  readonly usedWhen: UsedWhen;
}

/** A report with all that decided about it. */
export interface Weighed extends RuleReport {
  readonly origin: Origin;
  readonly activation: Activation;
  /** Where the file itself chooses Docker, for which the line is. */
  readonly choice: Choice | undefined;
  readonly judged: Case;
  readonly verdict: Verdict | undefined;
  /** What the configuration says about the rule in this file. */
  readonly configured: Level | undefined;
  /** What is said in the end: what breaks nothing is never made loud by the configuration. */
  readonly severity: Level;
}

export function weigh(
  { rule, report, placement }: RuleReport,
  { target, levelOf, choices, usedWhen }: Weighing,
): Weighed {
  const origin = report.at.view.root(report.at.start, report.at.end);
  const activation = activationIn(report.document, origin.activation, usedWhen);
  const asked = conditionsOf(report, origin);
  const judged: Case = {
    cause: report.cause,
    place: placement.place,
    activation: activation.kind,
    packed: PACKED.test(origin.span.source.path),
    certainty: report.certainty,
    evidence: placement.evidence.length,
    atMost: placement.atMost,
    engine: placement.engine?.kind,
    target,
    conditions: choices.open(asked, report.document),
    polarity: report.polarity,
  };
  const verdict = judge(judged);
  const configured = levelOf(rule, origin.span.source.path);
  const severity = verdict ? (configured ?? verdict.severity) : 'off';
  const choice = choices.madeIn(asked, report.document);
  return { rule, report, placement, origin, activation, choice, judged, verdict, configured, severity };
}

/** A chart that lies in another as it was downloaded. */
export const PACKED = /\.(?:tgz|tar\.gz)\//;

/**
 * A chart writes the text under conditions of its own. A version that the cluster does not have is none that breaks; and
 * where the chart's values leave Docker off, only somebody who chooses it there gets the text.
 */
function conditionsOf({ conditions, document }: Report, { span, related, activation }: Origin): readonly Condition[] {
  if (activation.kind === 'default' || !document.object) return conditions;
  const settings = settingsOf(activation);
  const isChosen = (value: string | undefined) => settings.some((setting) => setting.startsWith(`.Values.${value}=`));
  const places = [span, ...related.flatMap((one) => (one.role === 'use' ? one.span : []))];
  const asked = places
    .flatMap(({ source, start }) => askedAt(source, start))
    .filter(
      (one) =>
        one.kind === 'version' ||
        (one.kind === 'runtime' && one.holds && (isChosen(valueAsked(one)) || isFoundOut(one, span.source))),
    );
  const isOff =
    isFallback(settings) || settings.some((setting) => places.some(({ source }) => isOneOfRuntimes(setting, source)));
  return within(conditions, isOff ? [...asked, switchedOffAt(span)] : asked);
}

/**
 * `{{ if eq $config.runtime "docker" }}` beside `{{ else if eq $config.runtime "containerd" }}`: the chart finds the runtime out by
 * itself, as no value chose Docker, and writes what is for that of the nodes.
 */
function isFoundOut(condition: Condition, template: Source): boolean {
  if (valueAsked(condition) !== undefined) return false;
  const { view, start, end } = condition.at;
  const [, variable] = /\beq\s{1,9}(\$[\w.]{1,100})\s{1,9}"docker"/.exec(view.text.slice(start, end)) ?? [];
  return variable !== undefined && template.text.includes(`eq ${variable} "containerd"`);
}

/** `default "/var/run/docker.sock" .Values.socket`, where the values say another path: only who empties that gets it. */
function isFallback(settings: readonly string[]): boolean {
  return settings.length > 0 && settings.every((setting) => setting.endsWith('=""'));
}

function settingsOf(activation: Activation): readonly string[] {
  switch (activation.kind) {
    case 'when':
      return activation.settings;
    case 'conditional':
      return settingsAsked(activation.condition);
    case 'default':
      return [];
    default:
      return activation satisfies never;
  }
}

/** `.Values.shown`, or what an expression compares: `ternary "a" "b" (eq .Values.runtime "docker")`. */
function settingsAsked(condition: string): readonly string[] {
  if (/^\.Values\.[\w.-]+$/.test(condition)) return [`${condition}=true`];
  if (/\bnot\b/.test(condition)) return [];
  const compared = condition
    .slice(0, LONGEST_CONDITION)
    .matchAll(/\beq\s+(\.Values\.[\w.-]{1,200})\s+("[^"]{0,200}")/g);
  return [...compared].map(([, path, value]) => `${path}=${value}`);
}

const LONGEST_CONDITION = 2000;

function switchedOffAt({ source, start, end }: Span): Condition {
  return { kind: 'switch', holds: true, at: { text: '', view: fileView(source), start, end } };
}

/** `.Values.runtime="docker"`, `.Values.sockets.docker=true` for a template that reads `.Values.sockets.containerd` as well: what is off is one runtime of several. */
function isOneOfRuntimes(setting: string, template: Source): boolean {
  const answers = runtimesAsked(template);
  const answer = answers.get(setting) ?? readsOtherRuntime(setting, template.text);
  answers.set(setting, answer);
  return answer;
}

/** By the setting: hundreds of lines of a template may hang on one. */
const runtimesAsked = once((_: Source) => new Map<string, boolean>());

function readsOtherRuntime(setting: string, template: string): boolean {
  const [, key = '', value = ''] = /\.([\w-]+)=["']?([\w-]+)["']?$/.exec(setting) ?? [];
  if (namesRuntime(key) && isDocker(value)) return true;
  if (isOtherSwitchedOff(setting)) return true;
  // What is for a cluster of a developer is for one whose nodes run Docker.
  if (/=["']?(?:minikube|docker-desktop)["']?$/i.test(setting)) return true;
  // RKE, which is not RKE2, starts everything with Docker.
  if (/\.rke1?\.[\w.-]{0,200}=true$/i.test(setting)) return true;
  const [, map, last = ''] = /^(\.Values\.(?:[\w-]+\.)+)([\w-]+)=(?:true|"x")$/.exec(setting) ?? [];
  if (map === undefined || !/docker/i.test(last)) return false;
  const text = template.slice(0, LONGEST_TEMPLATE);
  return ['containerd', 'crio', 'cri'].some((name) => text.includes(map + last.replace(/docker/i, name)));
}

/** `.Values.executor.emissary=false`, `.Values.containerd.enabled=false`: the values have another one on, and Docker is what is left. */
function isOtherSwitchedOff(setting: string): boolean {
  return /\.(?:use[-_]?)?(?:containerd|cri|cri-?o|emissary)(?:\.enabled?)?=false$/i.test(setting);
}

const LONGEST_TEMPLATE = 400_000;
