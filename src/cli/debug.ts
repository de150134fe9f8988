/** `--debug STAGES`: which stages tell what they know. */
import { UsageError, unknownName } from '../config/usage-error.ts';
import { DEBUG_STAGES, type DebugStage } from '../report/debug.ts';

export { debugLines } from '../report/debug.ts';

export function readStages(texts: readonly string[]): readonly DebugStage[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      const stage = DEBUG_STAGES.find((known) => known === text.trim());
      if (!stage)
        throw new UsageError(`${unknownName('stage', text.trim(), DEBUG_STAGES)} Stages: ${DEBUG_STAGES.join(', ')}.`);
      return stage;
    });
}
