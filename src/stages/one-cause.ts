/**
 * What a person mends as one thing is one finding with all of its places: what one file repeats, what one decision of a kubelet
 * consists of, what a finding shows anyway, what files for the same job have in common, and what is a guess where nothing speaks of
 * Kubernetes. Whoever compares or suppresses still asks each of them (`model/together.ts`).
 */
import { type Finding, inOrder } from '../model/finding.ts';
import type { Places } from '../model/project.ts';
import { tellCopiesOnce } from './copies.ts';
import { tellDecisionsOnce } from './decisions.ts';
import { tellRepeatsOnce } from './repeats.ts';
import { tellShownOnce } from './shown-places.ts';
import { tellTwinsOnce } from './twin-files.ts';
import { tellRulesOnce } from './without-clusters.ts';

export function tellOnce(findings: readonly Finding[], places: Places): readonly Finding[] {
  const inFile = tellRepeatsOnce(tellDecisionsOnce(tellShownOnce(findings)));
  const inFiles = tellTwinsOnce(tellCopiesOnce(inFile));
  return [...tellRulesOnce(inFiles, places)].sort(inOrder);
}
