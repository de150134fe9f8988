/** Compares image references by their repository. */

/** The repository of a reference, without registry port confusion, tag and digest. */
export function repositoryOf(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? '';
  const colon = withoutDigest.lastIndexOf(':');
  return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}

/** The repository ends with these path segments; Rancher keeps copies under one segment: `rancher/mirrored-neuvector-enforcer`. */
export function hasRepository(reference: string, end: string): boolean {
  return endsWithSegments(repositoryOf(reference), end);
}

export function endsWithSegments(repository: string, end: string): boolean {
  const isEnd =
    repository.endsWith(end) && (repository.length === end.length || repository.at(-end.length - 1) === '/');
  return isEnd || (end.includes('/') && repository.endsWith(`/mirrored-${end.replaceAll('/', '-')}`));
}

/** `library/registry` for `registry:2`. */
export function officialName(reference: string): string {
  const repository = repositoryOf(reference).replace(/^(?:index\.)?docker\.io\//, '');
  return repository.includes('/') ? repository : `library/${repository}`;
}
