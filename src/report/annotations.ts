/** Which findings get the few annotations that GitHub shows: ten of each level, the most useful ones first. */
import { CONFIDENCES, type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { apart } from '../model/together.ts';

const ANNOTATIONS_PER_LEVEL = 10;

export interface Annotation {
  readonly finding: Finding;
  /** How many other findings of the same rule and message it stands for. */
  readonly others: number;
  /** In how many other files they are. */
  readonly otherFiles: number;
}

export interface AnnotationPlan {
  readonly level: Severity;
  readonly annotations: readonly Annotation[];
  /** Findings of the level that no annotation stands for. */
  readonly hidden: number;
}

/**
 * `isInDiff` ranks what the reader has just written first. Repeats are joined only where a level would not fit
 * otherwise; a level that still does not fit keeps its last slot free for saying so.
 */
export function planAnnotations(
  findings: readonly Finding[],
  isInDiff: (finding: Finding) => boolean = () => false,
): readonly AnnotationPlan[] {
  return SEVERITIES.flatMap((level) => {
    const ranked = rankFindings(
      findings.filter((finding) => finding.severity === level),
      isInDiff,
    );
    return ranked.length === 0 ? [] : [planLevel(level, ranked)];
  });
}

/** In the diff first, then by severity, confidence and place in the report. */
function rankFindings(
  findings: readonly Finding[],
  isInDiff: (finding: Finding) => boolean = () => false,
): readonly Finding[] {
  const keyed = findings.map((finding, index) => ({
    finding,
    key: [
      apart(finding).some(isInDiff) ? 0 : 1,
      SEVERITIES.indexOf(finding.severity),
      CONFIDENCES.indexOf(finding.confidence),
      index,
    ] as const,
  }));
  keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2] || a.key[3] - b.key[3]);
  return keyed.map(({ finding }) => finding);
}

function planLevel(level: Severity, ranked: readonly Finding[]): AnnotationPlan {
  if (ranked.length <= ANNOTATIONS_PER_LEVEL) {
    return { level, hidden: 0, annotations: ranked.map((finding) => ({ finding, others: 0, otherFiles: 0 })) };
  }
  const groups = joinRepeats(ranked);
  const shown = groups.length <= ANNOTATIONS_PER_LEVEL ? groups : groups.slice(0, ANNOTATIONS_PER_LEVEL - 1);
  const told = shown.reduce((sum, group) => sum + 1 + group.others, 0);
  return { level, annotations: shown, hidden: ranked.length - told };
}

function joinRepeats(ranked: readonly Finding[]): readonly Annotation[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of ranked) {
    const key = `${finding.rule}\0${finding.message}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap(([finding, ...rest]) => {
    if (!finding) return [];
    const files = new Set(rest.map((other) => other.span.source.path));
    files.delete(finding.span.source.path);
    return [{ finding, others: rest.length, otherFiles: files.size }];
  });
}
