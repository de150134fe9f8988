/** How bad a cause is: the one table from cause × place × target × version to severity, and what lowers the confidence. */
import type { Severity } from './finding.ts';

export type Level = Severity | 'off';

export interface Judgement {
  readonly node: Level;
  readonly workload: Level;
  readonly image: Level;
  readonly ci: Level;
  readonly dev: Level;
  readonly unknown: Level;
  /** The level where the node keeps Docker Engine (cri-dockerd, mcr); `same` when that changes nothing. */
  readonly adapter: Level | 'same';
  /** The first minor version in which it breaks; below it the level is one lower. */
  readonly since?: number;
}

export const JUDGEMENTS = {
  'docker-socket-mount': {
    node: 'error',
    workload: 'error',
    image: 'notice',
    ci: 'off',
    dev: 'off',
    unknown: 'error',
    adapter: 'notice',
  },
} as const satisfies Record<string, Judgement>;

export type Cause = keyof typeof JUDGEMENTS;
