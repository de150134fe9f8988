/** From the files of a repository to those of another runtime: facts → inventory → plan and rows → files. */

import { NEWEST_MINOR } from '../config/options.ts';
import { SOURCES } from '../data/source-links.ts';
import type { InputFile } from '../model/input.ts';
import { RULE_FILTER } from '../stages/filter.ts';
import { groupFiles } from '../stages/grouping.ts';
import { readRepository } from '../stages/reading.ts';
import { collect } from './collect.ts';
import { containerdFiles } from './containerd.ts';
import { hasCredentials } from './credentials.ts';
import { crioFiles } from './crio.ts';
import { daemonRows } from './daemon.ts';
import { kubeletRows } from './kubelet.ts';
import type { Inventory, Migration, MigrationTarget, OutputFile, Row } from './model.ts';
import { nodeFiles } from './node-files.ts';
import { emptyPlan, namedRow, type Plan, person } from './plan.ts';
import { proxyRows } from './proxies.ts';
import { certificateRows, oldRegistryRows, trustInsecureMirrors } from './registries.ts';
import { migrationPage } from './report.ts';

export function migrate(files: readonly InputFile[], target: MigrationTarget): Migration {
  const reading = readRepository(groupFiles(files), {
    matters: (file) => RULE_FILTER.matters(file) || speaksOfNodes(file),
    hasWord: RULE_FILTER.hasWord,
    kubeVersion: `1.${NEWEST_MINOR}.0`,
    isLate: () => false,
    isFull: () => false,
    values: [],
  });
  const { documents, facts, notes } = reading;
  const objects = [...new Set(documents.flatMap((document) => document.object ?? []))];
  const inventory = collect({ facts, objects }, files);
  const plan = emptyPlan(target);
  const rows = allRows(inventory, plan);
  if (rows.length === 0) return { target, rows, files: [] };
  const written = inOrder([...(target === 'containerd' ? containerdFiles(plan) : crioFiles(plan)), ...nodeFiles(plan)]);
  const page = migrationPage(
    { target, rows, files: written },
    {
      own: inventory.own,
      unread: [
        ...new Set(notes.filter(({ coverage }) => coverage === 'partly' || coverage === 'not').map(({ path }) => path)),
      ],
      hasCredentials: inventory.credentials.length > 0 || holdsPasswords(inventory),
      knowsCgroupDriver: plan.cgroupDriver !== undefined,
    },
  );
  return { target, rows, files: [{ path: 'MIGRATION.md', text: page }, ...written] };
}

/** Files without a word of any rule that still say something about the runtime. */
function speaksOfNodes({ path, text }: InputFile): boolean {
  return /docker|containerd/i.test(path) || text.includes('KubeletConfiguration');
}

/** Registries without TLS before mirrors are trusted, and certificates when all hosts are known. */
function allRows(inventory: Inventory, plan: Plan): readonly Row[] {
  const daemon = daemonRows(inventory.daemon, plan);
  const old = oldRegistryRows(inventory.containerd, plan);
  trustInsecureMirrors(plan);
  return [
    ...daemon,
    ...inventory.variables.map((one) => namedRow(one, one.name, person(VARIABLE), SOURCES.dockerd)),
    ...proxyRows(inventory.proxies, plan),
    ...certificateRows(inventory.certificates, plan),
    ...old,
    ...kubeletRows(inventory, plan),
  ];
}

const VARIABLE =
  'A role or an installer makes options of dockerd of it: use the variable that the same role has for the new runtime, and delete this one';

function holdsPasswords({ proxies, daemon, containerd }: Inventory): boolean {
  const texts = [...proxies, ...daemon, ...containerd].map(({ value }) => value);
  const old = containerd.some(
    ({ path }) =>
      path.includes('registry') &&
      /^(?:auth|password|identitytoken|Authorization)$/.test(path.findLast((key) => key !== '[]') ?? ''),
  );
  return old || texts.some(hasCredentials);
}

function inOrder(files: readonly OutputFile[]): readonly OutputFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
