/** What files and folders are called where they run in a certain place. */
import type { NameHint, Place } from '../model/place.ts';

interface PathRow {
  readonly place: Place;
  readonly pattern: RegExp;
  readonly hint: NameHint;
}

/** The first row that matches decides; `ci` rows stand before `node` rows because a test of a node script is still a test. */
export const PATH_HINTS: readonly PathRow[] = [
  {
    place: 'ci',
    pattern:
      /(^|\/)\.(github|gitlab|circleci|buildkite|drone|azure|azure-pipelines|semaphore|woodpecker|tekton|prow|travis|jenkins|ci)(\/|[.-]|$)/i,
    hint: 'ci-folder',
  },
  {
    place: 'ci',
    pattern:
      /(^|\/)(azure-pipelines[^/]*|bitbucket-pipelines|cloudbuild[^/]*|buildspec[^/]*|appveyor|\.travis|\.gitlab-ci[^/]*|\.drone)\.ya?ml$/i,
    hint: 'ci-pipeline',
  },
  {
    place: 'ci',
    pattern:
      /(^|\/)(jenkins|prow|ci|e2e|tests?|test-infra|integration|integration[-_]tests?|molecule|benchmarks?|kubetest|conformance|smoke)\//i,
    hint: 'test-folder',
  },
  {
    place: 'ci',
    pattern: /(^|\/)(jenkinsfile[^/]*|[^/]*[-_.](test|tests|e2e|ci)\.(sh|bash|ya?ml)|(test|e2e|ci)[-_][^/]*\.sh)$/i,
    hint: 'test-file',
  },
  {
    place: 'dev',
    pattern:
      /(^|\/)((docker-)?compose[^/]{0,255}\.ya?ml|vagrantfile|\.devcontainer|\.vscode|\.idea|tiltfile|(?:devspace|okteto|garden|werf)\.ya?ml|skaffold[^/]{0,255}\.ya?ml|\.pre-commit-[^/]{0,255}|\.gitpod[^/]{0,255})(\/|$)/i,
    hint: 'developer-tool',
  },
  { place: 'dev', pattern: /(^|\/)\.env[^/]*$/i, hint: 'developer-environment' },
  {
    place: 'dev',
    pattern:
      /(^|\/)(locales?|i18n|l10n|translations?)\/([a-z]{2}([-_][a-z]{2,4})?\/[^/]+|([^/]+[._-])?[a-z]{2}([-_][a-z]{2,4})?)\.(ya?ml|json)$/i,
    hint: 'translation',
  },
  {
    place: 'node',
    pattern:
      /(^|\/)(cloud-?init|user-?data|ignition|butane|kickstart|packer|vhdbuilder|vhd|ami|amis|image-builder|imagebuilder|rootfs(-overlay)?|nodeup|kubelet|node-(setup|init|config|image|bootstrap)|bootstrap-node)(\/|$)/i,
    hint: 'node-folder',
  },
  {
    place: 'node',
    pattern:
      /(^|\/)[^/]*(user-?data|cloud-?(init|config)|customdata|bootstrap[-_]?(node|worker|master|control)|(install|setup|init|join)[-_]?(k8s|kube|kubernetes|kubelet|kubeadm|worker|node|master|control[-_]?plane)|(k8s|kube|kubernetes|kubelet|worker|node|master)[-_]?(install|setup|init|join|bootstrap|config))[^/]{0,255}$/i,
    hint: 'node-script',
  },
  {
    place: 'node',
    pattern: /(^|\/)etc\/(systemd|docker|kubernetes|containerd|crio|default|sysconfig|cron\.[a-z]+|logrotate\.d)\//i,
    hint: 'node-etc',
  },
  {
    place: 'dev',
    // A folder of states of Salt may be called after its environment.
    pattern:
      /(^|\/)(?![^\n]{0,4000}\.sls$)(hack|dev|dind|docs?|documentation|developer|development|local|playground|demos?|tutorials?|website|site|extras)\//i,
    hint: 'developer-folder',
  },
  {
    place: 'dev',
    pattern: /(^|\/)(make|build|release|publish|push|lint|format|codegen|generate|gen)[^/]*\.(sh|bash|ps1)$/i,
    hint: 'build-script',
  },
];
