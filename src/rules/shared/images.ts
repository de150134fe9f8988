/** Compares image references by their repository. */

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
