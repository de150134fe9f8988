/** Recognises objects that only allow or forbid a path: they mount nothing. */
import type { Document } from '../../model/document.ts';
import type { PathFact, SettingFact } from '../../model/fact.ts';

const POLICY_KINDS = new Set([
  'PodSecurityPolicy',
  'SecurityContextConstraints',
  'ClusterPolicy',
  'Policy',
  'PolicyException',
  'ConstraintTemplate',
  'ValidatingAdmissionPolicy',
  'ValidatingPolicy',
]);

export function isPolicy(document: Document): boolean {
  const object = document.object;
  return (
    object !== undefined && (POLICY_KINDS.has(object.kind) || object.apiVersion.startsWith('constraints.gatekeeper.sh'))
  );
}

/** Lists what pods may mount; other policies forbid or guard what they name. */
export function isAllowList({ object }: Document): boolean {
  return (
    object === undefined || /^(?:PodSecurityPolicy|SecurityContextConstraints|K8sPSPHostFilesystem)$/.test(object.kind)
  );
}

export function isPolicyPath(fact: PathFact): boolean {
  return isPolicy(fact.document);
}

export function isPolicySetting(fact: SettingFact): boolean {
  return isPolicy(fact.document) || fact.path.some((key) => key === 'allowedHostPaths' || key === 'pathPrefix');
}
