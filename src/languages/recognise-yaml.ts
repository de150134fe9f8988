/** Tells what a YAML or JSON text is for, from its path and from what stands in it. */
import { withoutTemplateSuffix } from '../recognise/template-names.ts';
import { isKubernetesObject, isKustomization } from './kubernetes/kubernetes.ts';
import { isPod } from './kubernetes/pod.ts';
import { isSaltState } from './salt.ts';
import { isTaskfile } from './taskfile.ts';
import { at, get, itemsOf, pairsOf, scalarAt, type YamlNode } from './yaml/yaml.ts';

export type YamlKind =
  | 'kubernetes'
  | 'json-patch'
  | 'helm-values'
  | 'chart-metadata'
  | 'helmfile'
  | 'cloud-init'
  | 'ansible'
  | 'salt'
  | 'salt-top'
  | 'workflow'
  | 'taskfile'
  | 'plain';

/** Paths are compared in lower case, template suffixes taken off. */
export function kindByPath(path: string): YamlKind | undefined {
  const name = `/${withoutTemplateSuffix(path.toLowerCase())}`;
  if (WORKFLOW_PATH.test(name)) return 'workflow';
  if (/\/(?:chart|requirements)\.yaml$/.test(name)) return 'chart-metadata';
  if (/\/helmfile(?:\.d\/[^/]+|[^/]*)\.ya?ml$/.test(name)) return 'helmfile';
  if (/\/(?:[\w.-]{0,255}[-_.])?values(?:[-_.][\w.-]{0,255})?\.(?:ya?ml|json)$/.test(name)) return 'helm-values';
  return ANSIBLE_PATH.test(name) ? 'ansible' : undefined;
}

const WORKFLOW_PATH =
  /\/\.github\/(?:workflows|actions)\/|\/action\.ya?ml$|\/\.?gitlab-ci[^/]*\.ya?ml$|^(?=.*\.ya?ml$).*?\/\.gitlab\/|\/azure-pipelines[^/]*\.ya?ml$|\/\.azure-pipelines\/|\/\.circleci\/|\/\.drone[^/]*\.ya?ml$|\/\.travis\.ya?ml$|\/cloudbuild[^/]*\.(?:ya?ml|json)$|\/buildspec[^/]*\.ya?ml$|\/bitbucket-pipelines\.ya?ml$|\/\.?appveyor\.ya?ml$|\/\.buildkite\/|\/\.woodpecker[^/]*(?:\/|\.ya?ml$)|\/\.semaphore\/|\/\.pipelines\/|\/\.cirrus\.ya?ml$/;
const ANSIBLE_PATH =
  /\/(?:group_vars|host_vars)\/|\/roles\/(?:(?!(?:files|templates)\/)[^/]+\/){1,3}(?:tasks|handlers|defaults|vars|meta)\/|\/(?:tasks|handlers|playbooks)\/[^/]+\.ya?ml$|\/playbook[^/]*\.ya?ml$|^(?=.*\.ya?ml$).*?\/ansible\//;

/** What the tree says, where the path does not decide. */
export function recogniseYaml(path: string, root: YamlNode): YamlKind {
  if ((root.kind === 'map' && isKustomization(path)) || isKubernetesObject(root)) return 'kubernetes';
  if (/(?:^|\/)top\.sls$/i.test(path)) return 'salt-top';
  if (/\.sls$/i.test(path) && isSaltState(root)) return 'salt';
  const byPath = kindByPath(path);
  if (byPath && byPath !== 'ansible') return byPath;
  if (root.kind === 'list') {
    if (isJsonPatch(root)) return 'json-patch';
    return itemsOf(root).some(isAnsibleItem) ? 'ansible' : (byPath ?? 'plain');
  }
  if (CLOUD_CONFIG_KEYS.some((key) => get(get(root, 'autoinstall') ?? root, key)?.kind === 'list')) return 'cloud-init';
  if (isBarePod(root)) return 'kubernetes';
  if (isTaskfile(path, root)) return 'taskfile';
  if (isPipelineOfGitLab(root) || hasJobsOfProw(root) || isCloudBuild(root)) return 'workflow';
  return byPath ?? (VALUES_FOLDER.test(path) ? 'helm-values' : 'plain');
}

/** `values/agent.yaml`, `helm-values/production/agent.yaml`: a folder for the values of charts that others wrote. */
const VALUES_FOLDER = /(?:^|\/)(?:(?:helm|charts?)[-_])?values\/(?:[^/]+\/){0,3}[^/]+\.ya?ml(?:\.gotmpl)?$/i;

/** `stages: [build]` and a job of one of them: an example or a template of `.gitlab-ci.yml` under another name. */
function isPipelineOfGitLab(root: YamlNode): boolean {
  const stages = new Set(
    itemsOf(get(root, 'stages')).flatMap((stage) => (stage.kind === 'scalar' ? [stage.text] : [])),
  );
  if (root.kind !== 'map' || stages.size === 0) return false;
  return pairsOf(root).some(
    ({ value }) => value?.kind === 'map' && get(value, 'script') && stages.has(scalarAt(value, 'stage')?.text ?? ''),
  );
}

/** Steps that name a builder of Google's: a pipeline of Cloud Build, whatever its file is called. */
function isCloudBuild(root: YamlNode): boolean {
  return itemsOf(get(root, 'steps')).some(
    (step) =>
      /^gcr\.io\/(?:cloud-builders|google\.com)\//.test(scalarAt(step, 'name')?.text ?? '') &&
      ['args', 'entrypoint', 'script'].some((key) => get(step, key)),
  );
}

/** Jobs by what starts them, of one repository or of several, each with the pod that it runs as: https://docs.prow.k8s.io/docs/jobs/ */
function hasJobsOfProw(root: YamlNode): boolean {
  return STARTS_OF_PROW.some((key) => {
    const jobs = get(root, key);
    const lists = jobs?.kind === 'map' ? pairsOf(jobs).map(({ value }) => value) : [jobs];
    return lists.some((list) => itemsOf(list).some((job) => scalarAt(job, 'name') && get(job, 'spec')?.kind === 'map'));
  });
}

const STARTS_OF_PROW = ['presubmits', 'postsubmits', 'periodics'];
const CLOUD_CONFIG_KEYS = ['write_files', 'runcmd', 'bootcmd', 'late-commands'];

function isJsonPatch(root: YamlNode): boolean {
  const items = itemsOf(root);
  return items.length > 0 && items.every((item) => scalarAt(item, 'op') && scalarAt(item, 'path'));
}

/** A pod without the words that name its kind, as pod templates of build tools and patches are. */
function isBarePod(root: YamlNode): boolean {
  const spec = at(root, 'spec', 'template', 'spec') ?? at(root, 'spec');
  return spec?.kind === 'map' && isPod(spec);
}

const PLAY_KEYS = [
  'hosts',
  'tasks',
  'roles',
  'pre_tasks',
  'post_tasks',
  'import_playbook',
  'include_tasks',
  'import_tasks',
];
const TASK_KEYS =
  /^(?:ansible\.|community\.)|^(?:shell|command|raw|script|apt|yum|dnf|package|service|systemd|copy|template|file|lineinfile|blockinfile|get_url|docker_\w+|include|block|set_fact|debug|stat|when|notify|become|register|with_items)$/;

function isAnsibleItem(item: YamlNode): boolean {
  if (item.kind !== 'map') return false;
  if (PLAY_KEYS.some((key) => get(item, key))) return true;
  return scalarAt(item, 'name') !== undefined && pairsOf(item).some((pair) => TASK_KEYS.test(pair.key.text));
}
