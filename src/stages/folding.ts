/** What is one thing for the person who mends it is one finding, though two rules see a part of it each. */
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { groupBy } from '../text/group.ts';
import type { Weighed } from './weighing.ts';

/**
 * An agent that parses the lines of Docker is mended at its parser. That it also mounts the folder into which the links
 * of /var/log lead with Docker is shown there.
 */
export function mountsWithParser(reports: readonly Weighed[]): readonly Weighed[] {
  const mounts = groupBy(reports.filter(isMountBesideParser), folderOf);
  if (mounts.size === 0) return reports;
  const firsts = new Map<string, Weighed>();
  for (const one of reports)
    if (isLoudParser(one) && mounts.has(folderOf(one)) && !firsts.has(folderOf(one))) firsts.set(folderOf(one), one);
  return reports.flatMap((one) => {
    const folder = folderOf(one);
    if (isMountBesideParser(one)) return firsts.has(folder) ? [] : [one];
    return firsts.get(folder) === one ? [withMounts(one, mounts.get(folder) ?? [])] : [one];
  });
}

function isMountBesideParser({ report }: Weighed): boolean {
  return report.cause === 'docker-host-path/beside-parser';
}

function isLoudParser({ rule, severity }: Weighed): boolean {
  return rule === 'docker-log-format' && (severity === 'warning' || severity === 'error');
}

function withMounts(parser: Weighed, mounts: readonly Weighed[]): Weighed {
  const related = mounts.map(({ report }) => ({
    at: report.at,
    message: 'its mount of Docker’s logs, which goes with it',
  }));
  return { ...parser, report: { ...parser.report, related: [...(parser.report.related ?? []), ...related] } };
}

function folderOf({ origin }: Weighed): string {
  return projectFolderOf(origin.span.source.path);
}
