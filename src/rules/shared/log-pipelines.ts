/** Pipelines of stages that read the lines of container logs, and whether one of their stages is for CRI. */
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { settingsOf } from './documents.ts';

/** A pipeline whose other stage is for CRI: a stage leaves the lines that it does not understand to the next. */
export function hasStageForCri(fact: SettingFact, context: RuleContext): boolean {
  const { of, forCri } = pipelinesIn(fact.document, context);
  const pipeline = of.get(fact);
  return pipeline !== undefined && forCri.has(pipeline);
}

/** Pipelines of one path are told apart by what stands between them: each job of a list has one. */
const pipelinesIn = once((document: Document, context: RuleContext) => {
  const of = new Map<SettingFact, number>();
  const forCri = new Set<number>();
  let open: string | undefined;
  let last = -1;
  for (const setting of settingsOf(document, context)) {
    const pipeline = pipelineOf(setting.path);
    const key = pipeline?.join('\0');
    if (key !== open) last += 1;
    open = key;
    if (!pipeline) continue;
    of.set(setting, last);
    if (isStageForCri(setting.path.slice(pipeline.length))) forCri.add(last);
  }
  return { of, forCri };
});

/** Below the pipeline, also where a stage picks the lines by the runtime that wrote them: `match.stages.cri`, `stage.match.stage.cri`. */
function isStageForCri(path: readonly string[]): boolean {
  const stages = path.filter((key) => !key.startsWith('['));
  if (stages.includes('stage.cri')) return true;
  return (stages[0] === 'match' ? stages[2] : stages[0]) === 'cri';
}

/** The keys down to the list of stages; a block of Alloy has its stages in it. */
function pipelineOf(path: readonly string[]): readonly string[] | undefined {
  const block = path.indexOf('loki.process');
  if (block >= 0) return path.slice(0, block + (path[block + 1]?.startsWith('[') ? 2 : 1));
  const at = path.findIndex((key) => key === 'pipeline_stages' || key === 'pipelineStages');
  return at < 0 ? undefined : path.slice(0, at + 1);
}
