/** Compares image references by their repository. */
import type { KubernetesObject } from '../../model/document.ts';
import { groupBy } from '../../text/group.ts';

/** The images of all containers of an object. */
export function imagesOf({ pods }: KubernetesObject): readonly string[] {
  return pods.flatMap(({ containers }) => containers.flatMap(({ image }) => image?.text ?? []));
}

/** The repository of a reference, without registry port confusion, tag and digest. */
export function repositoryOf(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? '';
  const colon = withoutDigest.lastIndexOf(':');
  return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}

/** The repository ends with these path segments. */
export function hasRepository(reference: string, end: string): boolean {
  return endsWithSegments(repositoryOf(reference), end);
}

/**
 * The rows whose repositories end that of a reference, in their order. They are kept by their last two characters: comparing each
 * image of a large repository with all of them takes longer than reading some of its files.
 */
export function rowsByRepository<Row>(
  rows: readonly Row[],
  endsOf: (row: Row) => readonly string[],
): (reference: string) => readonly Row[] {
  const ends = rows.flatMap((row) => endsOf(row).map((end) => ({ row, end })));
  const byLetters = groupBy(ends, ({ end }) => lastLetters(end));
  return (reference) => {
    const repository = repositoryOf(reference);
    const near = byLetters.get(lastLetters(repository)) ?? [];
    return [...new Set(near.filter(({ end }) => endsWithSegments(repository, end)).map(({ row }) => row))];
  };
}

function lastLetters(repository: string): string {
  return repository.slice(-2);
}

/** `acme/agent` ends `registry.example.com/acme/agent`, and `mirrored-acme-agent`, as a mirror without folders calls it. */
function endsWithSegments(repository: string, end: string): boolean {
  return (
    endsBehind(repository, end, '/') || (end.includes('/') && endsBehind(repository, end.replaceAll('/', '-'), '/-'))
  );
}

function endsBehind(repository: string, end: string, borders: string): boolean {
  if (!repository.endsWith(end)) return false;
  return repository.length === end.length || borders.includes(repository.at(-end.length - 1) ?? '');
}

/** `library/registry` for `registry:2`. */
export function officialName(reference: string): string {
  const repository = repositoryOf(reference).replace(/^(?:index\.)?docker\.io\//, '');
  return repository.includes('/') ? repository : `library/${repository}`;
}
