/** Compares image references by their repository. */

/** The repository of a reference, without registry port confusion, tag and digest. */
export function repositoryOf(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? '';
  const colon = withoutDigest.lastIndexOf(':');
  return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}

/** The repository ends with these path segments. */
export function hasRepository(reference: string, end: string): boolean {
  const repository = repositoryOf(reference);
  return repository === end || repository.endsWith(`/${end}`);
}
