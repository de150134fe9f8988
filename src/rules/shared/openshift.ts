/** OpenShift, whose nodes run CRI-O and no other runtime: https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/architecture/architecture-rhcos */

import type { Document } from '../../model/document.ts';
import { rootOf } from '../../placing/units.ts';
import { isTemplate } from '../../recognise/chart-layout.ts';
import { once } from '../../text/once.ts';
import { baseName } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import type { RuleContext } from '../rule.ts';

/** The documents whose nodes run CRI-O, where nothing says which runtime nodes have. */
export function documentsOnOpenshift(context: RuleContext): ReadonlySet<Document> {
  if (context.target.runtime !== 'containerd') return new Set();
  return new Set(context.project.documents.filter((document) => isForOpenshift(rootOf(document), context)));
}

const isForOpenshift = once((root: Document, { factsOf }: RuleContext): boolean => {
  // A template may be for any cluster, and have an object for OpenShift under a condition.
  if (isTemplate(root.path)) return false;
  const { source } = root.view.root(0, root.view.text.length).span;
  if (root.language !== 'shell') return isManifestForOpenshift(source);
  return (
    !NAMES_CONTAINERD.test(source.text) &&
    factsOf(root).some((fact) => fact.kind === 'command' && fact.program === 'oc')
  );
});

/** By an object of the whole file, or by its name. */
const isManifestForOpenshift = once(({ path, text: whole }: Source): boolean => {
  const text = whole.slice(0, LONGEST);
  if (NAMES_CONTAINERD.test(text)) return false;
  return OBJECT.test(text) || (NAME.test(baseName(path)) && IS_MANIFEST.test(text));
});

const LONGEST = 200_000;
const OBJECT = /^[ \t]*(?:- )?["']?apiVersion["']?:[ \t]*["']?[a-z.]{0,60}\bopenshift\.io\//m;
const IS_MANIFEST = /^[ \t]*["']?apiVersion["']?:/m;
const NAME = /(?:^|[_.-])(?:openshift|okd|ocp)(?:[_.-]|$)/i;
const NAMES_CONTAINERD = /\bcontainerd\.sock\b/;
