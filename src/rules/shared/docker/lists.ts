/** What `docker ps` and `docker images` select, in the options of crictl. What crictl cannot select is `lost`, never left out. */
import { table } from '../../../text/table.ts';
import { hasHole } from '../../../text/view.ts';
import { type DockerCommand, hasOption, valuesOf } from './command.ts';
import { CONTAINER_FIELDS, IMAGE_FIELDS, imageItems, jqOf } from './templates.ts';
import { shellQuote, templateText, typedWord } from './typed.ts';

export interface Listing {
  /** The whole command. */
  readonly command: string;
  /** Whether it lists containers, pods (the sandboxes that dockershim named k8s_POD) or images. */
  readonly of: 'containers' | 'pods' | 'images';
  /** True when it prints ids and nothing else. */
  readonly ids: boolean;
  /** Filters without a counterpart: without them the list would be longer. */
  readonly lost: readonly string[];
  readonly notes: readonly string[];
}

const STATES = table({ running: 'Running', exited: 'Exited', created: 'Created' });
/** Also as a piece of the whole name: no container of the kubelet has a capital in its own. */
const SANDBOX = /^(?:\^?\/?k8s_|_)?POD(?=[_*.$]|$)(?:_([^_*.$]*))?/;
/** All names that dockershim gave. */
const ANY_OF_KUBELET = /^\^?\/?k8s_?(?:\.?\*)?$/;
const KUBELET_NAME = /^\^?\/?k8s_((?:\$\{\w+\}|\$\w+|\{\{[^}]{0,80}\}\}|[^_*.$^])+)(_?)/;

/** `docker ps`, as it is written or under another of its names. */
export function listContainers(command: DockerCommand): Listing {
  const lost: string[] = [];
  const notes: string[] = [];
  const filters = filtersOf(command);
  const pods = filters.some(isSandbox);
  const args = [...(pods ? filters.flatMap((one) => podFilter(one, lost)) : containerFilters(filters, lost, notes))];
  const newest = hasOption(command, 'latest') ? ['--latest'] : valuesOf(command, 'last').flatMap(lastOf);
  if (newest.length > 0 && args.some((arg) => arg.startsWith('--state'))) lost.push('status among the newest');
  for (const { name, known } of command.options) if (!known) lost.push(name);
  const all = hasOption(command, 'all') && !pods && !args.some((arg) => arg.startsWith('--state'));
  // docker leaves out what does not run, and `crictl pods` does not.
  const ready = pods && !hasOption(command, 'all') ? ['--state Ready'] : [];
  const base = [pods ? 'crictl pods' : 'crictl ps', ...(all ? ['-a'] : []), ...ready];
  const of = pods ? 'pods' : 'containers';
  const format = formatOf(command);
  const quiet = hasOption(command, 'quiet') || format === 'ids';
  const trunc = hasOption(command, 'no-trunc') ? ['--no-trunc'] : [];
  const named = quiet && !pods ? namedWithPod(filters) : undefined;
  if (named) {
    const others = args.filter((arg) => !arg.startsWith('--name '));
    const list = [...base, ...others, ...newest, '-o json'].join(' ');
    return { of, command: `${list} | jq -r '.containers[] | select(${named}) | .id'`, ids: true, lost, notes };
  }
  const words = [...base, ...(quiet ? ['-q'] : []), ...args, ...newest];
  if (quiet || format === undefined) return { of, command: [...words, ...trunc].join(' '), ids: quiet, lost, notes };
  const jq = pods ? undefined : jqOf(format, CONTAINER_FIELDS, '.containers[]');
  if (jq) return { of, command: `${words.join(' ')} -o json | ${jq}`, ids: false, lost, notes };
  notes.push('crictl has no --format: `-o json` prints every field');
  return { of, command: `${words.join(' ')} -o json`, ids: false, lost, notes };
}

export function listImages(command: DockerCommand): Listing {
  const lost: string[] = [];
  const args: string[] = [];
  for (const filter of filtersOf(command)) {
    if (filter.key === 'dangling' && /^(true|false|1|0)$/.test(filter.value))
      args.push(`--filter dangling=${/^(true|1)$/.test(filter.value)}`);
    else if (/^(before|since)$/.test(filter.key) && !hasHole(filter.value))
      args.push(`--filter ${shellQuote(`${filter.key}=${filter.value}`)}`);
    else if (filter.key === 'reference' && /^[\w./:-]+$/.test(filter.value))
      args.push(`--filter ${shellQuote(`reference=${escaped(filter.value)}`)}`);
    else lost.push(`--filter ${filter.key}`);
  }
  for (const { name, known } of command.options) if (!known) lost.push(name);
  const operands = command.operands.map((word) => typedWord(word, 'IMAGE').typed);
  const format = formatOf(command);
  const quiet = hasOption(command, 'quiet') || format === 'ids';
  const switches = ['digests', 'no-trunc'].filter((name) => hasOption(command, name)).map((name) => `--${name}`);
  const words = ['crictl images', ...(quiet ? ['-q'] : []), ...args];
  if (quiet || format === undefined)
    return {
      of: 'images',
      command: [...words, ...(quiet ? [] : switches), ...operands].join(' '),
      ids: quiet,
      lost,
      notes: [],
    };
  const jq = jqOf(format, IMAGE_FIELDS, imageItems(format));
  const json = [...words, '-o json', ...operands].join(' ');
  if (jq) return { of: 'images', command: `${json} | ${jq}`, ids: false, lost, notes: [] };
  return {
    of: 'images',
    command: json,
    ids: false,
    lost,
    notes: ['crictl has no --format: `-o json` prints every field'],
  };
}

interface Filter {
  readonly key: string;
  readonly value: string;
  /** How the value is typed, without quotes, where a variable brings it. */
  readonly typed: string;
  /** Whether a variable brings it. */
  readonly open: boolean;
}

function filtersOf(command: DockerCommand): Filter[] {
  return valuesOf(command, 'filter').map((token) => {
    const equals = token.text.indexOf('=');
    // docker takes `-f ID=…` for `id`.
    const key = (equals < 0 ? token.text : token.text.slice(0, equals)).trim().toLowerCase();
    const rest = { ...token, text: equals < 0 ? '' : token.text.slice(equals + 1), start: token.start + equals + 1 };
    const { text, typed, variable = false } = typedWord(rest, 'VALUE');
    return { key, value: text, typed: typed.replace(/^(["'])(.*)\1$/, '$2'), open: variable || hasHole(text) };
  });
}

function containerFilters(filters: readonly Filter[], lost: string[], notes: string[]): string[] {
  const names = filters.filter(({ key }) => key === 'name');
  const args = nameFilter(names, lost);
  const states = filters.filter(({ key }) => key === 'status');
  const state = states.length === 1 ? STATES.get(states[0]?.value ?? '') : undefined;
  if (state) args.push(`--state ${state}`);
  else if (states.length > 0) lost.push('--filter status');
  for (const filter of filters) {
    if (filter.key === 'name' || filter.key === 'status' || isContainerKind(filter)) continue;
    const once = filters.filter(({ key }) => key === filter.key).length === 1;
    if (filter.key === 'label' && /^[^=]+=[^=]*$/.test(filter.value)) {
      args.push(`--label ${filterValue(filter)}`);
      if (!filter.value.startsWith('io.kubernetes.'))
        notes.push(
          'crictl knows the labels that the kubelet sets (io.kubernetes.…), not those of the image or the pod',
        );
    } else if (once && filter.key === 'id') args.push(`--id ${filterValue(filter)}`);
    else if (once && filter.key === 'ancestor') args.push(`--image ${filterValue(filter)}`);
    else lost.push(`--filter ${filter.key}`);
  }
  return args;
}

/** `docker ps --filter name=k8s_`: everything that the kubelet started, its sandboxes among them. */
export function listsKubelets(command: DockerCommand): boolean {
  const filters = filtersOf(command);
  return filters.length > 0 && filters.every(({ key, value }) => key === 'name' && ANY_OF_KUBELET.test(value));
}

/** One name that is the end of a container's and the start of its pod's, which crictl does not know together. */
function namedWithPod(filters: readonly Filter[]): string | undefined {
  const [name, another] = filters.filter(({ key }) => key === 'name');
  if (!name || another || !PAIR.test(name.value) || NAME_AND_POD.test(name.value)) return undefined;
  return `.metadata.name + "_" + .labels["io.kubernetes.pod.name"] | contains("${name.value}")`;
}

/** Several names are alternatives, for docker and in a pattern. */
function nameFilter(names: readonly Filter[], lost: string[]): string[] {
  if (names.length === 0 || names.some(({ value }) => ANY_OF_KUBELET.test(value))) return [];
  const patterns = names.map(({ value, typed, open }) => namePattern(open ? typed : value));
  if (patterns.includes('')) {
    lost.push('--filter name');
    return [];
  }
  const pattern = patterns.join('|');
  return [`--name ${names.some(({ open }) => open) ? `"${pattern}"` : shellQuote(pattern)}`];
}

/** dockershim named containers `k8s_CONTAINER_POD_NAMESPACE_UID_ATTEMPT`; crictl knows the container by its own name. */
export function namePattern(value: string): string {
  const kubelet = KUBELET_NAME.exec(value);
  if (kubelet) {
    const more = value.slice(kubelet[0].length).replace(/^\.?\*/, '');
    return kubelet[2] === '_' || (more === '' && value.endsWith('$')) ? `^${kubelet[1]}$` : `^${kubelet[1]}`;
  }
  const named = (NAME_AND_POD.exec(value) ?? PAIR.exec(value))?.[1];
  return named === undefined ? value.replace(/^(\^?)\//, '$1') : `${named}$`;
}

/** `main_web-0`: no container and no pod has an underscore in its own name. */
const PAIR = /^(?!k8s_)([a-z\d](?:[a-z\d-]*[a-z\d])?)_[a-z\d][a-z\d-]*$/;

/** `kube-scheduler_kube-scheduler`, as a part of the whole name: the pod is called after its container. */
const NAME_AND_POD = /^([a-z\d][a-z\d-]*)_\1/;

function isSandbox(filter: Filter): boolean {
  if (filter.key === 'name') return SANDBOX.test(filter.value);
  return filter.key === 'label' && filter.value === 'io.kubernetes.docker.type=podsandbox';
}

function isContainerKind(filter: Filter): boolean {
  return filter.key === 'label' && filter.value === 'io.kubernetes.docker.type=container';
}

function podFilter(filter: Filter, lost: string[]): string[] {
  const name = filter.key === 'name' ? SANDBOX.exec(filter.value) : undefined;
  if (name && !filter.open) return name[1] ? [`--name ${shellQuote(`^${name[1]}`)}`] : [];
  if (name) {
    lost.push('--filter name');
    return [];
  }
  if (isSandbox(filter)) return [];
  if (filter.key === 'label' && /^[^=]+=[^=]*$/.test(filter.value)) return [`--label ${filterValue(filter)}`];
  lost.push(`--filter ${filter.key}`);
  return [];
}

function filterValue({ value, typed, open }: Filter): string {
  return open ? `"${typed}"` : shellQuote(value);
}

function lastOf(token: { readonly text: string }): string[] {
  return /^\d+$/.test(token.text) && token.text !== '0' ? [`--last ${token.text}`] : [];
}

function formatOf(command: DockerCommand): string | undefined {
  const written = valuesOf(command, 'format').at(-1);
  if (written === undefined) return undefined;
  const format = templateText(written);
  const template = format.replace(/^table\s+/, '');
  return /^\s*\{\{\s*\.ID\s*\}\}\s*$/.test(template) ? 'ids' : template;
}

function escaped(reference: string): string {
  return reference.replaceAll('.', '\\.');
}
