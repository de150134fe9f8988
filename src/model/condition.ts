/** Under which conditions a line counts: one type for the `if` of every language. */
import type { Token } from './document.ts';

/**
 * `runtime`: only where the container runtime is docker (`if [ "$CONTAINER_RUNTIME" = docker ]`, `when: container_manager == 'docker'`).
 * `presence`: only where the docker program, unit, socket or a variable of it is there (`if command -v docker`).
 * `version`: only where Kubernetes, or a tool that follows its versions, is older than 1.`below`.
 * `containerd`: only where containerd is older than `below`, 202 for 2.2.
 * `switch`: only where somebody switches it on (`enabled: false` beside a value of a chart, `%{ if var.mount_docker_socket }`).
 * `holds` is false for the other branch: another runtime, no docker, at least 1.`below`.
 */
export type Condition = RuntimeCondition | PresenceCondition | VersionCondition | ContainerdCondition | SwitchCondition;

interface RuntimeCondition extends ConditionBase {
  readonly kind: 'runtime';
  /** The variable that the test reads, where it reads one: its default says whether the branch is the usual one. */
  readonly of?: string | undefined;
  /** The form of Docker that is asked for, where a default of plain docker does not choose it: `nvidia-docker`. */
  readonly form?: string | undefined;
}

interface PresenceCondition extends ConditionBase {
  readonly kind: 'presence';
}

interface VersionCondition extends ConditionBase {
  readonly kind: 'version';
  readonly below: number;
}

interface ContainerdCondition extends ConditionBase {
  readonly kind: 'containerd';
  readonly below: number;
}

interface SwitchCondition extends ConditionBase {
  readonly kind: 'switch';
  /** The variable that is the switch, whose default says whether it is off; none where it is written as off. */
  readonly of?: string | undefined;
}

/** 2.2 for 202. */
export function containerdVersion(below: number): string {
  return `${Math.floor(below / 100)}.${below % 100}`;
}

interface ConditionBase {
  readonly holds: boolean;
  /** The words that say so. */
  readonly at: Token;
}

/** What a line does with the thing that it names. */
export type Polarity = 'uses' | 'removes' | 'excludes' | 'probes' | 'defines';

/** What is known in the two branches of a test. */
export interface Branches {
  readonly whenTrue: readonly Condition[];
  readonly whenFalse: readonly Condition[];
}

export const NOTHING: Branches = { whenTrue: [], whenFalse: [] };

/** The test is true exactly where the condition holds. */
export function branchesOf(condition: Condition): Branches {
  return { whenTrue: [condition], whenFalse: [opposite(condition)] };
}

export function inverted({ whenTrue, whenFalse }: Branches): Branches {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** All of the tests have to be true: `&&`, a list under `when`. */
export function allOf(parts: readonly Branches[]): Branches {
  if (parts.length === 1) return parts[0] ?? NOTHING;
  return {
    whenTrue: parts.flatMap((part) => part.whenTrue),
    whenFalse: shared(parts.map((part) => part.whenFalse)),
  };
}

/** One of the tests is enough: `||`. */
export function anyOf(parts: readonly Branches[]): Branches {
  return inverted(allOf(parts.map(inverted)));
}

/** What each of the lists says. */
function shared(lists: readonly (readonly Condition[])[]): readonly Condition[] {
  const [first, ...others] = lists;
  return (first ?? []).filter((one) => others.every((other) => other.some((two) => isSame(one, two))));
}

function isSame(a: Condition, b: Condition): boolean {
  return a.kind === b.kind && a.holds === b.holds && boundOf(a) === boundOf(b);
}

function boundOf(condition: Condition): number | undefined {
  return condition.kind === 'version' || condition.kind === 'containerd' ? condition.below : undefined;
}

function opposite(condition: Condition): Condition {
  return { ...condition, holds: !condition.holds };
}

/** How a branch ends: `fails` where it ends the script with an error. */
export type Ending = 'continues' | 'leaves' | 'fails';

/**
 * What holds behind a branch that ends so, of what holds where it is not taken. A script that gives up without docker needs it
 * all the more; one that gives up on some versions never sees them.
 */
export function behindLeaving(otherwise: readonly Condition[], ending: Ending): readonly Condition[] {
  switch (ending) {
    case 'continues':
      return [];
    case 'leaves':
      return otherwise;
    case 'fails':
      return otherwise.filter(({ kind }) => kind === 'version');
    default:
      return ending satisfies never;
  }
}

/** The removal of dockershim: the version that matters for whatever has no version of its own. */
const DOCKERSHIM_REMOVED = 24;

/**
 * The condition that keeps a line away from where it would break: it only counts where Docker is, or where Kubernetes
 * is older than the version that breaks it, or containerd where that is what breaks it. A branch for other runtimes, for
 * newer versions or without docker keeps nothing away.
 */
export function shieldOf(
  conditions: readonly Condition[],
  since = DOCKERSHIM_REMOVED,
  containerd = 0,
): Condition | undefined {
  // Neither containerd nor docker: the last branch is for a third runtime.
  const other = conditions.some((condition) => condition.kind === 'runtime' && !condition.holds);
  return conditions.find((condition) => {
    if (!condition.holds || (condition.kind === 'runtime' && other)) return false;
    if (condition.kind === 'containerd') return condition.below <= containerd;
    return condition.kind !== 'version' || condition.below <= since;
  });
}

function formOf(condition: Condition): string | undefined {
  return condition.kind === 'runtime' ? condition.form : undefined;
}

/** More conditions than a person writes around one line come from a hostile file: the first ones are kept. */
const MOST = 40;

export function within(conditions: readonly Condition[], more: readonly Condition[]): readonly Condition[] {
  const added = more.filter((one) => !isAmong(conditions, one));
  return added.length === 0 ? conditions : [...conditions, ...added].slice(0, MOST);
}

/** A line that counts only where these conditions hold too. */
export function underConditions<T extends { readonly conditions: readonly Condition[] }>(
  thing: T,
  around: readonly Condition[],
): T {
  return around.length === 0 ? thing : { ...thing, conditions: within(around, thing.conditions) };
}

/** What stands under the first conditions also stands under all of the others. */
export function implies(conditions: readonly Condition[], others: readonly Condition[]): boolean {
  return others.every((other) => isAmong(conditions, other));
}

function isAmong(conditions: readonly Condition[], one: Condition): boolean {
  return conditions.some((other) => isSame(one, other) && formOf(one) === formOf(other));
}
