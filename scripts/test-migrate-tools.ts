// Has the tools themselves load what `migrate` writes: containerd its config.toml, skopeo the registries of CRI-O.
//   npm run test:migrate-tools -- [--containerd-1 FILE] [--containerd-2 FILE] [--skopeo FILE]
// Debian's packages containerd and skopeo bring the first and the last; a tool that is not named is said to be left out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '../src/migrate/migrate.ts';
import type { MigrationTarget } from '../src/migrate/model.ts';

const { values } = parseArgs({
  options: { 'containerd-1': { type: 'string' }, 'containerd-2': { type: 'string' }, skopeo: { type: 'string' } },
});

/** Every key that is carried over, with a value that is. */
const DAEMON = {
  'registry-mirrors': ['https://mirror.example', 'http://cache.example:5000'],
  'insecure-registries': ['registry.example:5000', 'mirror.example'],
  'exec-opts': ['native.cgroupdriver=systemd'],
  'log-opts': { 'max-size': '50m', 'max-file': '3' },
  'data-root': '/mnt/docker',
  'storage-driver': 'btrfs',
  'max-concurrent-downloads': 10,
  'default-ulimits': { nofile: { Name: 'nofile', Soft: 1024, Hard: 4096 } },
  'default-runtime': 'nvidia',
  runtimes: { nvidia: { path: '/usr/bin/nvidia-container-runtime' }, runsc: { path: '/usr/bin/runsc' } },
  'selinux-enabled': true,
  'log-level': 'warn',
  'log-format': 'json',
  'cdi-spec-dirs': ['/etc/cdi'],
  'oom-score-adjust': -500,
};

const folder = mkdtempSync(join(tmpdir(), 'migrate-tools-'));
const failures: string[] = [];
try {
  load('containerd 1', values['containerd-1'], 'containerd', (out) => [
    '-c',
    join(out, 'containerd-1.x/config.toml'),
    'config',
    'dump',
  ]);
  load('containerd 2', values['containerd-2'], 'containerd', (out) => [
    '-c',
    join(out, 'containerd-2.x/config.toml'),
    'config',
    'dump',
  ]);
  // Nothing listens there: the file was read when the connection is refused.
  load('skopeo', values.skopeo, 'cri-o', (out) => [
    '--registries-conf',
    join(out, 'etc/containers/registries.conf.d/20-migrated.conf'),
    'inspect',
    'docker://localhost:1/x',
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures.length > 0 ? 1 : 0;

function load(
  name: string,
  program: string | undefined,
  target: MigrationTarget,
  args: (out: string) => string[],
): void {
  if (program === undefined) {
    console.log(`${name}: left out, as it was not named`);
    return;
  }
  const out = join(folder, target);
  for (const { path, text } of migrate([{ path: 'daemon.json', text: JSON.stringify(DAEMON) }], target).files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  const { status, stdout, stderr } = spawnSync(program, args(out), { encoding: 'utf8' });
  const loaded = status === 0 ? stdout.includes('nvidia-container-runtime') : stderr.includes('connection refused');
  console.log(`${name}: ${loaded ? 'loaded' : `refused: ${stderr.trim()}`}`);
  if (!loaded) failures.push(name);
}
