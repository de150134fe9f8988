/** What one file says in the same words for one reason: a dashboard with a dozen panels, the folder of Docker that a script makes and mounts. */
import { type Finding, inOrder } from '../model/finding.ts';
import type { RuleId } from '../model/rule-id.ts';
import { AGAIN, MOST_TOGETHER, together } from '../model/together.ts';
import { roleFolderOf } from '../placing/roles.ts';
import { groupBy } from '../text/group.ts';
import { lineKey } from '../text/source.ts';

export function tellRepeatsOnce(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(findings, (finding) => reasonOf(finding) ?? finding);
  return joinedByLine([...groups.values()]).flatMap((group) =>
    inParts(group.toSorted(inOrder)).flatMap(([first, ...others]) =>
      first ? [together(first, others, ({ instead }) => (instead === first.instead ? AGAIN : instead))] : [],
    ),
  );
}

function inParts(repeated: readonly Finding[]): readonly (readonly Finding[])[] {
  if (repeated[0]?.severity === 'notice') return [repeated];
  return Array.from({ length: Math.ceil(repeated.length / MOST_TOGETHER) }, (_, part) =>
    repeated.slice(part * MOST_TOGETHER, (part + 1) * MOST_TOGETHER),
  );
}

/** `mv /var/lib/docker /mnt/docker`: the folder and where it is moved to, with all that the file does with either. */
function joinedByLine(groups: readonly (readonly Finding[])[]): readonly (readonly Finding[])[] {
  const byLine = new Map<string, Finding[]>();
  return groups.flatMap((group) => {
    const lines = group.flatMap((one) => (isFolder(one) ? [`${one.severity} ${lineKey(one.span)}`] : []));
    const known = lines.map((line) => byLine.get(line)).find((one) => one !== undefined);
    const whole = known ?? [];
    whole.push(...group);
    for (const line of lines) byLine.set(line, whole);
    return known ? [] : [whole];
  });
}

function isFolder({ rule, severity, placement }: Finding): boolean {
  return rule === 'docker-host-path' && severity !== 'notice' && placement.place !== 'workload';
}

/** The same for all findings of a file, or of a role, that are one; undefined for one that is always by itself. */
function reasonOf(finding: Finding): string | undefined {
  const { rule, severity, message, instead, span, fix, activation } = finding;
  const { place } = finding.placement;
  if (severity === 'notice') return fix ? undefined : [rule, message, instead, span.source.path].join('\0');
  if (!WORDS.has(rule) || !isOneThing(finding) || activation.kind !== 'default') return undefined;
  if (fix && rule === 'docker-host-path') return undefined;
  const { path } = span.source;
  const role = place === 'node' && rule !== 'docker-cli-command' ? roleFolderOf(path) : undefined;
  return [wordsOf(finding), place, role ?? path].join('\0');
}

/** In a manifest each pod is another thing to mend; what sets up a machine does it once, and an agent has one configuration for all of its sources. */
function isOneThing({ rule, placement: { place } }: Finding): boolean {
  return place === 'node' || place === 'unknown' || (rule === 'docker-log-format' && place !== 'ci' && place !== 'dev');
}

/** What findings of one cause say alike. */
function wordsOf({ rule, severity, message, instead }: Finding): string {
  return [rule, severity, WORDS.get(rule) === 'advice' ? '' : message, instead].join('\0');
}

/**
 * What makes two lines of a file one thing: the same advice (`docker-ce` for one distribution, `docker` for another; the folder
 * that is made, mounted and linked), or the same words altogether.
 */
const WORDS: ReadonlyMap<RuleId, 'advice' | 'words'> = new Map<RuleId, 'advice' | 'words'>([
  ['docker-host-path', 'advice'],
  ['docker-engine-package', 'advice'],
  ['docker-service-unit', 'words'],
  ['docker-daemon-config', 'words'],
  ['docker-cli-command', 'words'],
  ['docker-log-format', 'words'],
]);
