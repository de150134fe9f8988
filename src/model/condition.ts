/** Under which conditions a line counts: one type for the `if` of every language. */
import type { Token } from './document.ts';

/**
 * `runtime`: only where the container runtime is docker (`if [ "$CONTAINER_RUNTIME" = docker ]`, `when: container_manager == 'docker'`).
 * `presence`: only where the docker program, unit, socket or a variable of it is there (`if command -v docker`).
 * `version`: only where Kubernetes, or a tool that follows its versions, is older than 1.`below`.
 * `holds` is false for the other branch: another runtime, no docker, at least 1.`below`.
 */
export type Condition = RuntimeCondition | PresenceCondition | VersionCondition;

export interface RuntimeCondition extends ConditionBase {
  readonly kind: 'runtime';
}

export interface PresenceCondition extends ConditionBase {
  readonly kind: 'presence';
}

export interface VersionCondition extends ConditionBase {
  readonly kind: 'version';
  readonly below: number;
}

interface ConditionBase {
  readonly holds: boolean;
  /** The words that say so. */
  readonly at: Token;
}

/** What a line does with the thing that it names. */
export type Polarity = 'uses' | 'removes' | 'excludes' | 'probes' | 'defines';

export function opposite(condition: Condition): Condition {
  return { ...condition, holds: !condition.holds };
}

/** Docker is there where the line counts, or its branch is the one for it. */
export function needsDocker(condition: Condition): boolean {
  return condition.kind !== 'version' && condition.holds;
}
