/** A container that no kubelet starts: nerdctl beside containerd and podman beside CRI-O take docker's options. */
import type { Token } from '../../../model/document.ts';
import { HOLE, hasHole } from '../../../text/view.ts';
import type { DockerCommand, DockerOption } from './command.ts';
import { type Found, type ImageTools, lostOptions } from './found.ts';
import { imageName } from './images.ts';
import { leftOutOf } from './left-out.ts';
import { broughtTogether, typedWord, typedWords, UNWRITTEN, wordsBesideStart } from './typed.ts';

/** Options that docker, nerdctl and podman read alike. */
const SHARED = new Set(
  'rm detach name network net volume env env-file entrypoint privileged pid ipc uts user workdir interactive tty publish hostname cap-add cap-drop restart label memory cpus cpu-shares cpuset-cpus mount read-only tmpfs ulimit security-opt device add-host dns pull platform shm-size sysctl stop-signal stop-timeout pids-limit group-add cidfile init'.split(
    ' ',
  ),
);

/** What either has besides; nerdctl as of 1.7, podman as of 4.3. */
const OF_BOTH =
  'ip ip6 mac-address dns-search cgroupns cgroup-parent cpu-quota cpu-period cpuset-mems memory-reservation memory-swap memory-swappiness oom-kill-disable oom-score-adj blkio-weight label-file volumes-from annotation';
const OWN = {
  ctr: setOf(`${OF_BOTH} dns-opt dns-option gpus`),
  podman: setOf(`${OF_BOTH} dns-option expose publish-all userns network-alias no-healthcheck`),
};

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

export function runAnswer(command: DockerCommand, tools: ImageTools): Found {
  const program = tools === 'ctr' ? 'nerdctl' : 'podman';
  const [image, ...inner] = command.operands;
  const verb = command.row.purpose === 'create' ? 'create' : 'run';
  const options = gpusOnce(command.options.map((option) => gpuOption(option, tools)));
  const lost = options.filter((option) => !isCarried(option, tools));
  const note = `${program} has to be installed, and the kubelet knows nothing of this container`;
  if (options.some(joinsContainer)) return { notes: [BESIDE_A_POD] };
  if (options.some(bringsSocket)) return { notes: [ASKS_INSIDE] };
  if (options.some(sharesVolumes)) return { notes: [ofAnotherEngine(program)] };
  if (lost.length > 0) return { notes: lostNotes(lost, command, program) };
  if (!image || isUnwritten(image)) return { text: `${program} ${UNWRITTEN}`, notes: [note] };
  const told = new Set<string>();
  const leftOut = leftOutOf(command.words);
  const isLong = inner.some(({ text }) => text.includes('\n') || text.length > LONGEST_INNER);
  const shown = isLong ? wordsBesideStart(inner, command.words[0]) : inner;
  const words = [
    ...options.flatMap((option) => [
      ...leftOut.before(option.word),
      ...(broughtTogether(option.word, told) ?? [written(option)]),
    ]),
    ...leftOut.before(image),
    ...(broughtTogether(image, told) ?? [
      isBrought(image) && tools === 'ctr' ? typedWord(image, UNWRITTEN).typed : imageName(image),
    ]),
    ...shown.flatMap((word) => [...leftOut.before(word), ...typedWords([word], told)]),
    ...leftOut.before(undefined),
  ];
  return { text: [program, verb, ...words].join(' '), notes: [note] };
}

/** A longer word, or one of several lines, is a program that nobody types again. */
const LONGEST_INNER = 200;

/** nerdctl reads a name as docker does: the variable that holds it stays as it is. */
function isBrought(image: Token): boolean {
  return typedWord(image, '').variable === true;
}

/** `--net container:$(…)`: on a node that is a container of the kubelet, which neither program knows by itself. */
function joinsContainer({ name, value }: DockerOption): boolean {
  return /^(?:net|network|pid|ipc|uts)$/.test(name) && value?.text.startsWith('container:') === true;
}

/** `--volumes-from "$ID"`: an id that a list of the kubelet's containers may have brought. */
function sharesVolumes({ name, value }: DockerOption): boolean {
  return name === 'volumes-from' && value !== undefined && /[$\uE000]/.test(value.text);
}

function ofAnotherEngine(program: string): string {
  return `${program} only knows the containers that it started itself: where --volumes-from names one of the kubelet’s, mount the folder with --volume`;
}

const BESIDE_A_POD =
  '`kubectl debug -it POD --image=IMAGE --target=CONTAINER` starts one beside the containers of a pod';

/** `-v /var/run/docker.sock:/var/run/docker.sock`: under another engine the program inside finds nobody there. */
function bringsSocket({ name, value }: DockerOption): boolean {
  return /^(?:volume|mount)$/.test(name) && /docker\.sock\b/.test(value?.text ?? '');
}

const ASKS_INSIDE =
  'what runs inside asks Docker by docker.sock, which no other engine brings: change it to the Kubernetes API or crictl first';

/** https://github.com/containerd/nerdctl/tree/main/pkg/logging, https://docs.podman.io/en/latest/markdown/podman-run.1.html */
const LOG_DRIVERS = {
  ctr: setOf('json-file journald fluentd syslog'),
  podman: setOf('json-file k8s-file journald none passthrough'),
};
const LOG_OPTIONS = {
  ctr: /^(?:max-size|max-file|tag|syslog-(?:address|facility|format|tls-(?:ca-cert|cert|key|skip-verify))|fluentd-(?:address|async|buffer-limit|retry-wait|max-retries|sub-second-precision))=/,
  podman: /^(?:max-size|tag)=/,
};

function isCarried({ name, known, value }: DockerOption, tools: ImageTools): boolean {
  if (!known) return false;
  if (name === 'log-driver') return LOG_DRIVERS[tools].has(value?.text ?? '');
  if (name === 'log-opt') return LOG_OPTIONS[tools].test(value?.text ?? '');
  return SHARED.has(name) || OWN[tools].has(name);
}

/** dockerd knows the runtime of NVIDIA by a name; the others ask for the devices. */
function gpuOption(option: DockerOption, tools: ImageTools): DockerOption {
  const { name, value } = option;
  if (!value || !(name === 'runtime' ? value.text === 'nvidia' : name === 'gpus' && value.text === 'all'))
    return option;
  return tools === 'ctr'
    ? { ...option, name: 'gpus', value: { ...value, text: 'all' } }
    : { ...option, name: 'device', value: { ...value, text: 'nvidia.com/gpu=all' } };
}

/** `--runtime nvidia --gpus all` ask for the same devices twice. */
function gpusOnce(options: readonly DockerOption[]): readonly DockerOption[] {
  const all = options.filter(
    ({ name, value }) => (name === 'gpus' && value?.text === 'all') || value?.text === 'nvidia.com/gpu=all',
  );
  return options.filter((option) => !all.includes(option) || option === all[0]);
}

function lostNotes(lost: readonly DockerOption[], command: DockerCommand, program: string): string[] {
  const values = lost.filter(({ name, known }) => known && /^(?:log-driver|log-opt|runtime)$/.test(name));
  const others = { ...command, options: lost.filter((option) => !values.includes(option)) };
  const taken = values.map(({ name, value }) =>
    [`${program} takes no --${name}`, ...(value && !hasHole(value.text) ? [value.text] : [])].join(' '),
  );
  return [...lostOptions(others, program, new Map()), ...new Set(taken)];
}

/** `docker run -d "${args[@]}" app`: a word that may be any number of options, or the image. */
function isUnwritten(image: Token): boolean {
  return HOLES_ONLY.test(image.text) && typedWord(image, '').typed === '';
}

const HOLES_ONLY = new RegExp(`^${HOLE}+$`);

function written({ name, value }: DockerOption): string {
  const option = `--${name === 'net' ? 'network' : name}`;
  if (!value) return option;
  const typed = typedWord(value, UNWRITTEN).typed;
  return /^(true|false)$/.test(value.text) ? `${option}=${typed}` : `${option} ${typed}`;
}
