/** Recognises objects that only allow or forbid a path: they mount nothing. */
import type { Document, Token } from '../../model/document.ts';
import type { PathFact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import type { Target } from '../../model/target.ts';
import { projectFolderOf } from '../../recognise/chart-layout.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanKey } from '../../text/source.ts';
import type { RuleContext } from '../rule.ts';

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

/** Kubernetes 1.25 removed PodSecurityPolicy: what it allows is asked for by nobody. */
function isRemovedPolicy({ object }: Document, { minor }: Target): boolean {
  return object?.kind === 'PodSecurityPolicy' && minor >= 25;
}

/** What a policy says of a path: nothing new beside the mount of it, nothing at all once its kind is gone, or who may mount it. */
type PolicyCase = 'mounted-too' | 'removed-policy' | 'allowed-by-policy' | 'left-in-policy';

export function policyCase(fact: PathFact | SettingFact, { project, target }: RuleContext): PolicyCase {
  if (isMountedToo(fact, project)) return 'mounted-too';
  if (isRemovedPolicy(fact.document, target)) return 'removed-policy';
  return allows(fact) ? 'left-in-policy' : 'allowed-by-policy';
}

/** `mayMountHostPaths: [/var/run/docker.sock]`: a permission that nobody asks for. */
function allows(fact: PathFact | SettingFact): boolean {
  return fact.kind === 'setting' && fact.path.some((key) => /^(?:may|exempt|permit)(?:ted)?[A-Z_-]/.test(key));
}

/** What a policy changes is found by such a value: `mutate: {foreach: [{preconditions: …, patchesJson6902: …}]}`. */
export function isAskedByMutation({ path }: SettingFact): boolean {
  return path.includes('mutate') && path.includes('preconditions');
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

/** The same value of a chart is mounted, or the same path by a pod of the same folder or chart: the mount says what that means. */
function isMountedToo(fact: PathFact | SettingFact, project: Project): boolean {
  const at = fact.kind === 'path' ? fact.at : fact.value;
  if (mountedSpans(project).has(placeOf(at))) return true;
  const path = isAllowList(fact.document) ? normaliseNodePath(at.text) : undefined;
  return path !== undefined && mountedPaths(project).has(`${projectFolderOf(fact.document.path)}\0${path}`);
}

const mountedPaths = once(
  ({ facts }: Project): ReadonlySet<string> =>
    new Set(
      facts.flatMap((fact) =>
        fact.kind === 'path' && fact.use === 'mount' && fact.volume && !isPolicyPath(fact)
          ? [`${projectFolderOf(fact.document.path)}\0${fact.path}`]
          : [],
      ),
    ),
);

const mountedSpans = once(
  ({ facts }: Project): ReadonlySet<string> =>
    new Set(
      facts.flatMap((fact) =>
        fact.kind === 'path' && fact.use === 'mount' && fact.volume && !isPolicyPath(fact) ? [placeOf(fact.at)] : [],
      ),
    ),
);

function placeOf(at: Token): string {
  return spanKey(spanOf(at));
}

export const REMOVED_POLICY = 'Delete the policy: Kubernetes 1.25 removed PodSecurityPolicy';
