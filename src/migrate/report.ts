/** MIGRATION.md: what became of each setting, what needs a person and why, and where the files go. */
import { RUNTIMES } from '../data/runtimes.ts';
import { codeSpan, markdownSentence } from '../report/escape.ts';
import type { Migration, MigrationTarget, Outcome, Place, Row } from './model.ts';

export interface Remarks {
  /** Files of dockerd that pods with an engine of their own mount. */
  readonly own: readonly Place[];
  /** Files that were read partly or not at all. */
  readonly unread: readonly string[];
  readonly hasCredentials: boolean;
  readonly knowsCgroupDriver: boolean;
}

const HEADINGS: readonly (readonly [Outcome, string])[] = [
  ['person', 'Needs a person'],
  ['written', 'Carried over'],
  ['dropped', 'Left behind'],
];

const MOST_PLACES = 5;

export function migrationPage({ target, rows, files }: Migration, remarks: Remarks): string {
  return [
    `# From Docker to ${RUNTIMES[target].name}`,
    '',
    `Each setting of dockerd and of the kubelet that was found, and what became of it: ${HEADINGS.map(([outcome, title]) => `${rows.filter((row) => row.outcome === outcome).length} ${title.toLowerCase()}`).join(', ')}.`,
    'Read the first part before anything is copied to a node.',
    '',
    ...HEADINGS.flatMap(([outcome, title]) =>
      section(
        title,
        rows.filter((row) => row.outcome === outcome),
      ),
    ),
    ...remarkLines(remarks),
    '## Files',
    '',
    ...files.map(({ path }) => `- ${codeSpan(path)}: ${markdownSentence(purposeOf(path, target))}`),
    '',
    ...steps(target),
    '',
  ].join('\n');
}

function section(title: string, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    `## ${title}`,
    '',
    '| Setting | Value | Found in | What became of it |',
    '|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${[cell(row.name), cell(row.value), row.places.slice(0, MOST_PLACES).map(placeText).join('<br>') + more(row), whatText(row)].join(' | ')} |`,
    ),
    '',
  ];
}

function cell(text: string): string {
  return text === '' ? '' : inTable(codeSpan(text.slice(0, 200)));
}

function placeText({ path, line }: Place): string {
  return inTable(codeSpan(`${path}:${line}`));
}

function more({ places }: Row): string {
  return places.length > MOST_PLACES ? `<br>and ${places.length - MOST_PLACES} more` : '';
}

function whatText({ what, source }: Row): string {
  return inTable(`${markdownSentence(what)}.${source === undefined ? '' : ` [Source](${source})`}`);
}

/** A bar ends a cell even inside code. */
function inTable(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

function remarkLines({ own, unread, hasCredentials, knowsCgroupDriver }: Remarks): readonly string[] {
  const lines = [
    ...(hasCredentials
      ? [
          '**A password or token stands in the repository.** None was copied. Change it, take it out of the repository and its history, and keep the new one in a Secret.',
        ]
      : []),
    ...(knowsCgroupDriver
      ? []
      : [
          'No file says which cgroup driver the nodes use. kubeadm sets `systemd` since Kubernetes 1.22, and the runtime must agree with the kubelet: `SystemdCgroup = true` in containerd; CRI-O has it by default.',
        ]),
    ...own.map((place) => `${placeText(place)} belongs to a pod with an engine of its own and stays as it is.`),
    ...unread
      .slice(0, 20)
      .map((path) => `${codeSpan(path)} was not, or only partly, understood: look into it yourself.`),
  ];
  return lines.length === 0 ? [] : ['## To know', '', ...lines.map((line) => `- ${line}`), ''];
}

function purposeOf(path: string, target: MigrationTarget): string {
  if (path.startsWith('containerd-1.x/'))
    return '`/etc/containerd/config.toml` where containerd 1.6 or 1.7 is installed (configuration version 2)';
  if (path.startsWith('containerd-2.x/'))
    return '`/etc/containerd/config.toml` where containerd 2.1 or later is installed (configuration version 3)';
  if (path.startsWith('etc/')) return `\`/${path}\` of each node`;
  if (path.startsWith('kubeadm/')) return 'for `kubeadm init`, `join` and `upgrade` with `--patches`';
  if (path.startsWith('kubelet/'))
    return 'to be merged into the configuration of a kubelet that kubeadm does not manage; needs Kubernetes 1.27 or later, before that use `--container-runtime-endpoint`';
  return RUNTIMES[target].name;
}

function steps(target: MigrationTarget): readonly string[] {
  const { unit } = RUNTIMES[target];
  return [
    '## On each node',
    '',
    '```sh',
    'kubectl drain NODE --ignore-daemonsets',
    'systemctl stop kubelet',
    'systemctl disable --now docker.service docker.socket',
    '# copy the files that this page lists, then:',
    'systemctl daemon-reload',
    'sysctl --system',
    `systemctl enable --now ${unit}`,
    `systemctl restart ${unit}`,
    'systemctl start kubelet',
    'kubectl uncordon NODE',
    '```',
  ];
}
