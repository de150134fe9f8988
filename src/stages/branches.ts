/** What a script does in its branch for Docker, where it chooses Docker itself and has a branch for another runtime: the choice has to change. */
import type { RuleId } from '../model/rule-id.ts';
import { groupBy } from '../text/group.ts';
import { lineKey } from '../text/source.ts';
import type { Choice } from './choices.ts';
import { shownWith } from './folding.ts';
import type { Weighed } from './weighing.ts';

/** Rules about what a branch does, which the one for another runtime does in its own way. */
const DONE_IN_BRANCHES: ReadonlySet<RuleId> = new Set([
  'docker-cli-command',
  'docker-service-unit',
  'docker-engine-package',
  'node-local-image-build',
]);

export function choiceFor({ rule, choice, verdict }: Weighed): Choice | undefined {
  return verdict?.shield || !DONE_IN_BRANCHES.has(rule) ? undefined : choice;
}

/** Where the choice itself is told, its lines are shown there. */
export function linesOfBranches(reports: readonly Weighed[]): readonly Weighed[] {
  if (!reports.some(choiceFor)) return reports;
  const told = new Map(reports.filter(isLoudChoice).map((one): [string, Weighed] => [lineKey(one.origin.span), one]));
  const folded = groupBy(reports, (one) => {
    const choice = choiceFor(one);
    return choice && told.get(lineKey(choice.at.view.root(choice.at.start, choice.at.end).span));
  });
  return (folded.get(undefined) ?? []).map((one) => shownWith(one, folded.get(one) ?? [], 'only done for Docker'));
}

function isLoudChoice({ rule, severity }: Weighed): boolean {
  return rule === 'provisioner-docker-runtime' && (severity === 'error' || severity === 'warning');
}
