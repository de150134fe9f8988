/** Whether a version satisfies a constraint, for dependencies and `kubeVersion`. */
import { parseConstraints, parseVersion, satisfies } from '../functions/versions.ts';

/** False also if either of them cannot be read. */
export function isCompatible(constraint: string, version: string): boolean {
  const parsed = parseVersion(version);
  const wanted = parseConstraints(constraint);
  return typeof parsed !== 'string' && wanted !== null && satisfies(parsed, wanted);
}
