/** What a package is to Docker Engine: its row in the table of packages. */
import { DOCKER_PACKAGES, ENGINE_PROGRAMS, type PackageRow } from '../../data/packages.ts';
import type { PackageFact } from '../../model/fact.ts';

export function rowOf(fact: PackageFact): PackageRow | undefined {
  if (/^(?:pip3?|npm|gem)$/.test(fact.manager)) return undefined;
  if (fact.manager === 'copy')
    return ENGINE_PROGRAMS.includes(fact.name) ? DOCKER_PACKAGES.find((row) => row.name === 'docker') : undefined;
  const name = nameOf(fact.name);
  if (fact.manager === 'url' || /^https?:/.test(fact.name)) {
    if (/\/gpg$|\.gpg$/.test(fact.name)) return undefined;
    return DOCKER_PACKAGES.find((row) => row.what === 'installer' && fact.name.includes(row.name));
  }
  return DOCKER_PACKAGES.find(
    (row) => row.name.toLowerCase() === name && (!row.managers || row.managers.includes(fact.manager)),
  );
}

/** Without version, architecture and repository: `docker-ce` for `docker-ce-18.06.1.ce` and `docker-ce=5:18.09`. */
export function nameOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[=<>~@*:].*/s, '')
    .replace(/-\d.*/s, '')
    .replace(/\uE000.*/s, '')
    .replace(/-$/, '');
}
