/** Finds seccomp annotations: docker/default, and the annotation form itself, which the kubelet no longer reads. */

import type { Cause } from '../judge.ts';
import type { SettingFact } from '../model/fact.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { firstBy, settingsOf } from './shared/documents.ts';
import { isPolicy } from './shared/policies.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey } from './shared/settings.ts';
import { quoted } from './shared/words.ts';

const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const POLICY = /^seccomp\.security\.alpha\.kubernetes\.io\/(allowedProfileNames|defaultProfileName)$/;

export const rule: Rule = {
  id: 'seccomp-docker-default',
  summary: 'A seccomp profile is set by annotation, by its Docker name.',
  fix: { none: 'the profile moves to another place of the pod, whose security context may be written elsewhere.' },
  triggers: ['seccomp.security.alpha.kubernetes.io/pod', 'container.seccomp.security.alpha', 'docker/default'],
  checks: { setting: check },
};

function check(fact: SettingFact, context: RuleContext): Report | undefined {
  const cause = causeOf(fact);
  if (!cause) return undefined;
  const policy = cause === 'seccomp-docker-default/policy';
  if (policy && !isFirstOfPolicy(fact, context)) return undefined;
  const removed = policy && fact.document.object?.kind === 'PodSecurityPolicy';
  const container = fact.path.find((key) => key.startsWith(CONTAINER))?.slice(CONTAINER.length);
  return reportAt(fact, cause, {
    ...(policy ? { related: othersOfPolicy(fact, context) } : {}),
    message: policy
      ? `${quoted(fact.value.text)} is Docker’s name of the default profile${removed ? ', in a policy that Kubernetes no longer has' : ''}`
      : `The annotation is ignored, so the profile ${quoted(fact.value.text)} is not applied`,
    because: policy
      ? `${removed ? 'Kubernetes 1.25 removed PodSecurityPolicy; ' : ''}docker/default is an old name of runtime/default`
      : 'The kubelet ignores seccomp annotations since Kubernetes 1.25, and 1.27 removed the rest of them',
    instead: policy
      ? removed
        ? 'Move to Pod Security admission; until then write runtime/default'
        : 'Write runtime/default, and drop docker/default once no pod asks for it'
      : `Delete it and write securityContext: {seccompProfile: {type: ${profileOf(fact.value.text)}}} ${container ? `on container ${container}` : 'on the pod'}`,
  });
}

const isFirstOfPolicy = firstBy((fact) =>
  fact.kind === 'setting' && causeOf(fact) === 'seccomp-docker-default/policy' ? '' : undefined,
);

const MOST_OTHERS = 10;

/** The other lines of the policy with the name: they are changed with the first one. */
function othersOfPolicy(fact: SettingFact, context: RuleContext): NonNullable<Report['related']> {
  return settingsOf(fact.document, context)
    .filter((other) => other !== fact && causeOf(other) === 'seccomp-docker-default/policy')
    .slice(0, MOST_OTHERS)
    .map(({ value }) => ({ at: value, message: 'and here' }));
}

function causeOf(fact: SettingFact): Cause | undefined {
  const key = lastKey(fact);
  const docker = fact.value.text.includes('docker/default');
  if (POLICY.test(key)) return docker ? 'seccomp-docker-default/policy' : undefined;
  if (key === 'seccompProfiles' || isPolicy(fact.document))
    return /^['"]?docker\/default['"]?$/.test(fact.value.text.trim()) ? 'seccomp-docker-default/policy' : undefined;
  if (key !== POD && !key.startsWith(CONTAINER)) return undefined;
  return docker && !isOfController(fact) ? 'seccomp-docker-default' : 'seccomp-docker-default/other-profile';
}

const CONTROLLERS = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** On the controller and not on its pods, where no kubelet ever read it. */
function isOfController({ path, document: { object } }: SettingFact): boolean {
  return path[0] === 'metadata' && object !== undefined && CONTROLLERS.has(object.kind);
}

function profileOf(annotation: string): string {
  if (annotation === 'unconfined') return 'Unconfined';
  return annotation.startsWith('localhost/')
    ? `Localhost, localhostProfile: ${annotation.slice('localhost/'.length)}`
    : 'RuntimeDefault';
}
