/** Edits of a volume and of all its mounts at once. */
import type { Pod, Token, Volume } from '../../model/document.ts';
import { literalPattern } from '../../text/pattern.ts';
import type { ReportEdit, ReportFix } from '../rule.ts';
import { replaceBy } from './fixes.ts';
import { mountsOf } from './pods.ts';
import { itemRemoval } from './removals.ts';

/** The volume and its mounts, each beside others; nothing where a template writes one of them. */
export function volumeRemoval(pod: Pod, volume: Volume): ReportFix | undefined {
  const name = new RegExp(`(?:^|[\\s{])name:\\s*["']?${literalPattern(volume.name)}["']?\\s*(?:$|[,}])`, 'm');
  const first = volume.path && itemRemoval(volume.path, name, /hostPath/);
  const mounts = mountsOf(pod, volume).map(({ path }) => path && itemRemoval(path, name, /mountPath/));
  return first && allOf(first, mounts);
}

/** The volume and its mounts at another path. `inside` says where a container has what it has at the old path. */
export function volumeMove(
  pod: Pod,
  volume: Volume,
  to: string,
  inside: (path: Token) => string | undefined,
): ReportFix | undefined {
  const first = volume.path && replaceBy(volume.path, to, 'unsafe');
  const mounts = mountsOf(pod, volume).map(({ path }) => {
    const moved = path && inside(path);
    return path && moved !== undefined ? replaceBy(path, moved, 'unsafe') : undefined;
  });
  return first && allOf(first, mounts);
}

function allOf(first: ReportEdit, others: readonly (ReportEdit | undefined)[]): ReportFix | undefined {
  const also = others.flatMap((one) => (one ? [{ at: one.at, replacement: one.replacement }] : []));
  return also.length === others.length
    ? { at: first.at, replacement: first.replacement, safety: 'unsafe', also }
    : undefined;
}
