/**
 * Where no file of a folder has a word of Kubernetes, with those below it or by itself, Docker most likely runs there for its own sake.
 * Whoever knows better needs one notice of each rule, with its lines.
 */
import { type Finding, inOrder } from '../model/finding.ts';
import type { Places } from '../model/project.ts';
import { AGAIN, together } from '../model/together.ts';
import { groupBy, partition } from '../text/group.ts';
import { folderOf, foldersAbove } from '../text/path.ts';

/** A few lines are read as they are. */
const FEWEST = 4;

export function tellRulesOnce(
  findings: readonly Finding[],
  places: Pick<Places, 'speaksOfKubernetes' | 'holdsKubernetes'>,
): readonly Finding[] {
  const [guesses, others] = partition(findings, isGuess);
  const groups = groupBy(guesses, (one) => {
    const { path } = one.span.source;
    const tree = foldersAbove(path).findLast((above) => !places.speaksOfKubernetes(above));
    if (tree !== undefined) return `${one.rule}\0${tree}`;
    return places.holdsKubernetes(folderOf(path)) ? one : `${one.rule}\0${folderOf(path)}\0`;
  });
  return [...others, ...[...groups.values()].flatMap(firstOf)];
}

/** Nothing says that the machine is one of a cluster. */
function isGuess({ severity, confidence, placement, activation, fix }: Finding): boolean {
  return (
    severity === 'notice' &&
    confidence === 'low' &&
    placement.place === 'unknown' &&
    activation.kind === 'default' &&
    fix === undefined
  );
}

function firstOf(guesses: readonly Finding[]): readonly Finding[] {
  const [first, ...others] = guesses.toSorted(inOrder);
  if (!first || guesses.length < FEWEST) return guesses;
  return [together(first, others, ({ instead }) => (instead === first.instead ? AGAIN : instead))];
}
