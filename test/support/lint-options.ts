/** The options of a plain run, for tests. */
import type { LintOptions } from '../../src/model/result.ts';

export function lintOptions(changes: Partial<LintOptions> = {}): LintOptions {
  return {
    target: { runtime: 'containerd', minor: 37 },
    levelOf: () => undefined,
    unsuppressible: [],
    today: '2026-11-25',
    values: [],
    ...changes,
  };
}
