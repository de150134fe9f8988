/** What has a place: a document, or another machine that it acts on. */
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Site } from '../model/site.ts';
import { hasHole } from '../text/view.ts';

/** A document stands for the machine that it runs on; a key for a site, the same for all that name it alike. */
export type Unit = Document | string;

export interface Located {
  readonly document: Document;
  readonly site?: Site | undefined;
}

export function unitOf({ document, site }: Located): Unit {
  return site ? siteKey(document, site) : document;
}

/** What stands around a unit: the document that it is written in, the machine from which it is reached. */
export function outerUnit({ document, site }: Located): Located | undefined {
  if (site) return { document, site: site.outer };
  return document.parent && { document: document.parent, site: document.site };
}

/** One group of hosts for all playbooks of a project, where its name is written out; any other site is one of its file. */
function siteKey(document: Document, site: Site): string {
  const isShared = site.kind === 'group' && !hasHole(site.name);
  const scope = isShared ? ansibleProject(document.path) : rootOf(document).path;
  const names: string[] = [];
  for (let at: Site | undefined = site; at; at = at.outer) names.push(`${at.kind} ${at.name}`);
  return [scope, ...names].join('\0');
}

export function rootOf(document: Document): Document {
  let at = document;
  while (at.parent) at = at.parent;
  return at;
}

/** The one machine of several that the document is, or is written for; or else its file. */
export function machineOrFile(document: Document): Document {
  let at = document;
  while (at.parent && at.machine === undefined) at = at.parent;
  return at;
}

/** The folder that holds the roles and playbooks. */
export function ansibleProject(path: string): string {
  return path
    .replace(
      /(^|\/)(roles|playbooks|extra_playbooks|tasks|handlers|inventory|inventories|group_vars|host_vars|vars|defaults|library)\/.*$/s,
      '',
    )
    .replace(/(^|\/)[^/]*\.ya?ml$/, '');
}

/**
 * The machine of the fact, and what the text that says so is written in: up to a manifest, and not to other machines. A
 * playbook is about its hosts; a script that calls `ansible` is not.
 */
export function unitsOf(fact: Fact): readonly Unit[] {
  const units: Unit[] = [];
  let at: ReturnType<typeof outerUnit> = fact;
  while (at) {
    if (at.document !== fact.document && (at.document.language === 'kubernetes' || isTerraformFile(at.document))) break;
    units.push(unitOf(at));
    if (!at.site && at.document.machine !== undefined) break;
    const next = outerUnit(at);
    if (at.site && !(at.site.kind === 'group' && at.document.language === 'ansible')) break;
    at = next;
  }
  return units;
}

/** A module or resource: the machines that it makes. */
export function isTerraformBlock({ language, parent }: Document): boolean {
  return language === 'terraform' && parent !== undefined;
}

/** Its blocks are about machines of their own. */
export function isTerraformFile({ language, parent }: Document): boolean {
  return language === 'terraform' && parent === undefined;
}

/** What Salt does on the machine that gets the state, and on that of whatever includes it. */
export function isOfSalt({ language, path }: Document): boolean {
  return language === 'yaml' && path.endsWith('.sls');
}
