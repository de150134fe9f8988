/** What a file's path says about where it runs. */
import type { Place, Placement } from '../model/place.ts';

interface PathRow {
  readonly place: Place;
  readonly pattern: RegExp;
  readonly reason: string;
}

/** The first row that matches decides; `ci` rows stand before `node` rows because a test of a node script is still a test. */
const ROWS: readonly PathRow[] = [
  {
    place: 'ci',
    pattern:
      /(^|\/)\.(github|gitlab|circleci|buildkite|drone|azure|azure-pipelines|semaphore|woodpecker|tekton|prow|travis|jenkins|ci)(\/|[.-]|$)/i,
    reason: 'a folder of continuous integration',
  },
  {
    place: 'ci',
    pattern:
      /(^|\/)(azure-pipelines[^/]*|bitbucket-pipelines|cloudbuild[^/]*|buildspec[^/]*|appveyor|\.travis|\.gitlab-ci[^/]*|\.drone)\.ya?ml$/i,
    reason: 'a pipeline of continuous integration',
  },
  {
    place: 'ci',
    pattern:
      /(^|\/)(jenkins|prow|ci|e2e|tests?|test-infra|integration|integration[-_]tests?|molecule|benchmarks?|kubetest|conformance|smoke)\//i,
    reason: 'a folder of tests or continuous integration',
  },
  {
    place: 'ci',
    pattern: /(^|\/)(jenkinsfile[^/]*|[^/]*[-_.](test|tests|e2e|ci)\.(sh|bash|ya?ml)|(test|e2e|ci)[-_][^/]*\.sh)$/i,
    reason: 'a test or continuous integration file',
  },
  {
    place: 'dev',
    pattern:
      /(^|\/)((docker-)?compose[^/]*\.ya?ml|vagrantfile|\.devcontainer|tiltfile|skaffold[^/]*\.ya?ml|\.pre-commit-[^/]*|\.gitpod[^/]*)(\/|$)/i,
    reason: 'a tool of developers',
  },
  { place: 'dev', pattern: /(^|\/)\.env[^/]*$/i, reason: 'an environment file of developers' },
  {
    place: 'node',
    pattern:
      /(^|\/)(cloud-?init|user-?data|ignition|butane|kickstart|packer|vhdbuilder|vhd|ami|amis|image-builder|imagebuilder|rootfs(-overlay)?|nodeup|kubelet|node-(setup|init|config|image|bootstrap)|bootstrap-node)(\/|$)/i,
    reason: 'a folder of node configuration',
  },
  {
    place: 'node',
    pattern:
      /(^|\/)[^/]*(user-?data|cloud-?(init|config)|customdata|bootstrap[-_]?(node|worker|master|control)|(install|setup|init|join)[-_]?(k8s|kube|kubernetes|kubelet|kubeadm|worker|node|master|control[-_]?plane)|(k8s|kube|kubernetes|kubelet|worker|node|master)[-_]?(install|setup|init|join|bootstrap|config))[^/]*$/i,
    reason: 'named as a script that sets up nodes',
  },
  {
    place: 'node',
    pattern: /(^|\/)etc\/(systemd|docker|kubernetes|containerd|crio|default|sysconfig|cron\.[a-z]+|logrotate\.d)\//i,
    reason: 'a file of a node’s /etc',
  },
  {
    place: 'dev',
    pattern:
      /(^|\/)(hack|dev|dind|docs?|documentation|developer|development|local|playground|demos?|tutorials?|website|site|extras)\//i,
    reason: 'a folder of developers or of documentation',
  },
  {
    place: 'dev',
    pattern: /(^|\/)(make|build|release|publish|push|lint|format|codegen|generate|gen)[^/]*\.(sh|bash|ps1)$/i,
    reason: 'named as a build script',
  },
];

export function pathPlacement(path: string): Placement | undefined {
  const row = ROWS.find((r) => r.pattern.test(path));
  return row && { place: row.place, evidence: [{ text: row.reason, span: undefined }] };
}
