import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { DAEMON_KEYS } from '../../src/data/daemon-config.ts';
import { DAEMON_MIGRATION } from '../../src/data/daemon-migration.ts';
import { migrate } from '../../src/migrate/migrate.ts';
import type { Migration, MigrationTarget } from '../../src/migrate/model.ts';

const KNOWN_KEYS = readFileSync(join(import.meta.dirname, 'daemon-keys.txt'), 'utf8')
  .trim()
  .split('\n');

function migrateTexts(texts: Readonly<Record<string, string>>, target: MigrationTarget = 'containerd'): Migration {
  return migrate(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    target,
  );
}

function daemonJson(settings: object, target: MigrationTarget = 'containerd'): Migration {
  return migrateTexts({ 'docker/daemon.json': JSON.stringify(settings, null, 2) }, target);
}

function fileOf(migration: Migration, path: string): string {
  const file = migration.files.find((one) => one.path === path);
  expect(migration.files.map((one) => one.path)).toContain(path);
  return file?.text ?? '';
}

function outcomes(migration: Migration): Readonly<Record<string, string>> {
  return Object.fromEntries(migration.rows.map(({ name, value, outcome }) => [`${name}=${value}`, outcome]));
}

const hosts = (migration: Migration, name: string) =>
  parse(fileOf(migration, `etc/containerd/certs.d/${name}/hosts.toml`));

describe('the table of keys', () => {
  it('has a row with a source and an advice for every key that dockerd has had', () => {
    const rows = DAEMON_MIGRATION.map(({ key }) => key);
    expect(KNOWN_KEYS.filter((key) => !rows.includes(key))).toEqual([]);
    expect(new Set(rows).size).toBe(rows.length);
    expect(
      DAEMON_MIGRATION.filter(({ source, advice }) => !source.startsWith('https://') || advice.endsWith('.')),
    ).toEqual([]);
  });

  it('knows every key and flag that the rule finds', () => {
    const names = new Set(DAEMON_MIGRATION.flatMap(({ key, flags }) => [key, ...flags]));
    expect(DAEMON_KEYS.flatMap(({ keys }) => keys).filter((key) => !names.has(key))).toEqual([]);
  });

  it.each(['containerd', 'cri-o'] as const)('loses no key on the way to %s, and names an unknown one', (target) => {
    const all = Object.fromEntries([...KNOWN_KEYS, 'made-up-key'].map((key) => [key, 'x']));
    const named = new Set(daemonJson(all, target).rows.map(({ name }) => name));
    expect([...KNOWN_KEYS, 'made-up-key'].filter((key) => !named.has(key))).toEqual([]);
  });
});

describe('registries', () => {
  it('makes hosts of docker.io of mirrors, in their order, and falls back to Docker Hub', () => {
    const migration = daemonJson({ 'registry-mirrors': ['https://b.example', 'http://a.example:5000/'] });
    expect(hosts(migration, 'docker.io')).toEqual({
      server: 'https://registry-1.docker.io',
      host: {
        'https://b.example': { capabilities: ['pull', 'resolve'] },
        'http://a.example:5000': { capabilities: ['pull', 'resolve'] },
      },
    });
  });

  it('tries HTTPS without verification before plain HTTP for an insecure registry, as Docker does', () => {
    const migration = daemonJson({ 'insecure-registries': ['reg.example:5000'] });
    expect(Object.keys(hosts(migration, 'reg.example:5000').host ?? {})).toEqual([
      'https://reg.example:5000',
      'http://reg.example:5000',
    ]);
  });

  it('does not verify a mirror that is named as insecure', () => {
    const migration = daemonJson({
      'registry-mirrors': ['https://m.example'],
      'insecure-registries': ['m.example'],
    });
    expect(hosts(migration, 'docker.io')).toMatchObject({ host: { 'https://m.example': { skip_verify: true } } });
  });

  it('leaves a range of addresses, a mirror with a path and a mirror with a password to a person', () => {
    const migration = daemonJson({
      'insecure-registries': ['10.0.0.0/8', '../../etc'],
      'registry-mirrors': ['https://m.example/hub', 'https://joe:secret@m.example'],
    });
    expect(outcomes(migration)).toEqual({
      'insecure-registries=10.0.0.0/8': 'person',
      'insecure-registries=../../etc': 'person',
      'registry-mirrors=https://m.example/hub': 'person',
      'registry-mirrors=https://…@m.example': 'person',
    });
    expect(migration.files.map(({ text }) => text).join('')).not.toContain('secret');
  });

  it('writes mirrors and insecure registries for CRI-O into registries.conf.d', () => {
    const migration = daemonJson(
      { 'registry-mirrors': ['https://m.example'], 'insecure-registries': ['reg.example:5000'] },
      'cri-o',
    );
    expect(parse(fileOf(migration, 'etc/containers/registries.conf.d/20-migrated.conf'))).toEqual({
      registry: [
        { prefix: 'docker.io', location: 'docker.io', mirror: [{ location: 'm.example' }] },
        { prefix: 'reg.example:5000', location: 'reg.example:5000', insecure: true },
      ],
    });
  });

  it('names certificates below /etc/docker/certs.d, whether a script or a folder of the repository puts them there', () => {
    const migration = migrateTexts({
      'setup.sh': '#!/bin/sh\ncp ca.pem /etc/docker/certs.d/reg.example/ca.crt\n',
      'files/etc/docker/certs.d/reg.example/client.cert': 'x',
      'files/etc/docker/certs.d/reg.example/client.key': '-----BEGIN PRIVATE KEY-----',
    });
    const folder = '/etc/containerd/certs.d/reg.example';
    expect(hosts(migration, 'reg.example')).toMatchObject({
      host: {
        'https://reg.example': { ca: `${folder}/ca.crt`, client: [[`${folder}/client.cert`, `${folder}/client.key`]] },
      },
    });
    expect(fileOf(migration, 'MIGRATION.md')).toContain('A password or token stands in the repository');
  });

  it('turns mirrors and configs of older containerd into hosts, and copies no password', () => {
    const migration = migrateTexts({
      'containerd/config.toml': [
        'version = 2',
        '[plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]',
        'endpoint = ["https://m.example", "https://cache.example/v2/hub"]',
        '[plugins."io.containerd.grpc.v1.cri".registry.mirrors."*"]',
        'endpoint = ["https://all.example"]',
        '[plugins."io.containerd.grpc.v1.cri".registry.configs."m.example".tls]',
        'insecure_skip_verify = true',
        '[plugins."io.containerd.grpc.v1.cri".registry.configs."m.example".auth]',
        'password = "hunter2"',
      ].join('\n'),
    });
    expect(hosts(migration, 'docker.io').host).toEqual({
      'https://m.example': { capabilities: ['pull', 'resolve'], skip_verify: true },
      'https://cache.example/v2/hub': { capabilities: ['pull', 'resolve'], override_path: true },
    });
    expect(hosts(migration, '_default')).toEqual({
      host: { 'https://all.example': { capabilities: ['pull', 'resolve'] } },
    });
    expect(migration.files.map(({ text }) => text).join('')).not.toContain('hunter2');
  });
});

describe('the runtime', () => {
  const settings = {
    'exec-opts': ['native.cgroupdriver=systemd'],
    'default-runtime': 'nvidia',
    runtimes: { nvidia: { path: '/usr/bin/nvidia-container-runtime', runtimeArgs: [] } },
    'data-root': '/mnt/docker',
    'storage-driver': 'overlay2',
    'max-concurrent-downloads': 10,
    'default-ulimits': { nofile: { Name: 'nofile', Soft: 1024, Hard: 4096 } },
    'selinux-enabled': true,
    'log-level': 'warn',
  };

  it('is configured for containerd 1.x with version 2', () => {
    expect(parse(fileOf(daemonJson(settings), 'containerd-1.x/config.toml'))).toEqual({
      version: 2,
      root: '/mnt/containerd',
      debug: { level: 'warn' },
      plugins: {
        'io.containerd.grpc.v1.cri': {
          enable_selinux: true,
          max_concurrent_downloads: 10,
          containerd: {
            default_runtime_name: 'nvidia',
            runtimes: {
              runc: { runtime_type: 'io.containerd.runc.v2', options: { SystemdCgroup: true } },
              nvidia: {
                runtime_type: 'io.containerd.runc.v2',
                options: { BinaryName: '/usr/bin/nvidia-container-runtime', SystemdCgroup: true },
              },
            },
          },
          registry: { config_path: '/etc/containerd/certs.d' },
        },
      },
    });
  });

  it('is configured for containerd 2.x with version 3', () => {
    expect(parse(fileOf(daemonJson(settings), 'containerd-2.x/config.toml'))).toMatchObject({
      version: 3,
      plugins: {
        'io.containerd.cri.v1.images': { registry: { config_path: '/etc/containerd/certs.d' } },
        'io.containerd.cri.v1.runtime': { enable_selinux: true, containerd: { default_runtime_name: 'nvidia' } },
        'io.containerd.transfer.v1.local': { max_concurrent_downloads: 10 },
      },
    });
  });

  it('is configured for CRI-O in crio.conf.d', () => {
    expect(parse(fileOf(daemonJson(settings, 'cri-o'), 'etc/crio/crio.conf.d/20-migrated.conf'))).toEqual({
      crio: {
        root: '/mnt/containers',
        runtime: {
          cgroup_manager: 'systemd',
          default_runtime: 'nvidia',
          default_ulimits: ['nofile=1024:4096'],
          log_level: 'warn',
          selinux: true,
          runtimes: { nvidia: { runtime_path: '/usr/bin/nvidia-container-runtime', runtime_type: 'oci' } },
        },
      },
    });
  });

  it('gives limits to the unit of containerd, which containers inherit', () => {
    expect(fileOf(daemonJson(settings), 'etc/systemd/system/containerd.service.d/limits.conf')).toBe(
      '[Service]\nLimitNOFILE=1024:4096\n',
    );
  });

  it('names no default runtime that nothing defines', () => {
    const migration = daemonJson({ 'default-runtime': 'sysbox-runc' });
    expect(outcomes(migration)).toEqual({ 'default-runtime=sysbox-runc': 'person' });
    expect(fileOf(migration, 'containerd-2.x/config.toml')).not.toContain('sysbox');
  });

  it('starts gVisor and Kata by their shims', () => {
    const migration = daemonJson({
      runtimes: { runsc: { path: '/usr/local/bin/runsc' }, kata: { path: '/usr/bin/kata-runtime' } },
    });
    expect(parse(fileOf(migration, 'containerd-2.x/config.toml'))).toMatchObject({
      plugins: {
        'io.containerd.cri.v1.runtime': {
          containerd: {
            runtimes: {
              runsc: { runtime_type: 'io.containerd.runsc.v1' },
              kata: { runtime_type: 'io.containerd.kata.v2' },
            },
          },
        },
      },
    });
  });
});

describe('the kubelet', () => {
  it('rotates logs as Docker did, with units that mean the same', () => {
    const migration = daemonJson({ 'log-opts': { 'max-size': '50m', 'max-file': '1', tag: 'x' } });
    expect(parseYaml(fileOf(migration, 'kubelet/kubelet-configuration.yaml'))).toEqual({
      apiVersion: 'kubelet.config.k8s.io/v1beta1',
      kind: 'KubeletConfiguration',
      containerRuntimeEndpoint: 'unix:///run/containerd/containerd.sock',
      containerLogMaxSize: '50Mi',
      containerLogMaxFiles: 2,
    });
    expect(outcomes(migration)).toMatchObject({ 'log-opts.tag=x': 'dropped' });
  });

  it('takes no options of a log driver that sends logs elsewhere', () => {
    const migration = daemonJson({ 'log-driver': 'fluentd', 'log-opts': { 'max-size': '50m' } });
    expect(outcomes(migration)).toEqual({ 'log-driver=fluentd': 'person', 'log-opts.max-size=50m': 'person' });
  });

  it('loses the flags of dockershim, and the pause image goes to the runtime', () => {
    const migration = migrateTexts({
      'kubeadm.yaml': [
        'apiVersion: kubeadm.k8s.io/v1beta3',
        'kind: InitConfiguration',
        'nodeRegistration:',
        '  criSocket: /var/run/dockershim.sock',
        '  kubeletExtraArgs:',
        '    network-plugin: cni',
        '    cgroup-driver: cgroupfs',
        '    pod-infra-container-image: registry.example/pause:3.9',
      ].join('\n'),
    });
    expect(outcomes(migration)).toEqual({
      'kubelet --network-plugin=cni': 'dropped',
      'kubelet --cgroup-driver=cgroupfs': 'written',
      'kubelet --pod-infra-container-image=registry.example/pause:3.9': 'written',
      'criSocket=/var/run/dockershim.sock': 'person',
    });
    expect(parse(fileOf(migration, 'containerd-2.x/config.toml'))).toMatchObject({
      plugins: {
        'io.containerd.cri.v1.images': { pinned_images: { sandbox: 'registry.example/pause:3.9' } },
        'io.containerd.cri.v1.runtime': { containerd: { runtimes: { runc: { options: { SystemdCgroup: false } } } } },
      },
    });
  });
});

describe('where settings stand', () => {
  it('reads here-documents, flags in options files and drop-ins, and proxies', () => {
    const migration = migrateTexts({
      'setup.sh': [
        '#!/bin/sh',
        'cat > /etc/docker/daemon.json <<EOF',
        '{"registry-mirrors": ["https://m.example", "$MIRROR"]}',
        'EOF',
        'cat > /etc/default/docker <<EOF',
        'DOCKER_OPTS="--insecure-registry=reg.example:5000 --bip 10.1.0.1/24"',
        'EOF',
      ].join('\n'),
      'docker.service.d/proxy.conf':
        '[Service]\nEnvironment="HTTPS_PROXY=http://joe:secret@proxy:3128" "NO_PROXY=localhost,10.0.0.0/8"\n',
      'docker.service.d/opts.conf': '[Service]\nExecStart=\nExecStart=/usr/bin/dockerd -H fd:// -g /data/docker\n',
    });
    expect(outcomes(migration)).toEqual({
      'registry-mirrors=https://m.example': 'written',
      'registry-mirrors=…': 'person',
      'insecure-registries=reg.example:5000': 'written',
      'bip=10.1.0.1/24': 'dropped',
      'hosts=fd://': 'dropped',
      'graph=/data/docker': 'written',
      'HTTPS_PROXY=http://…@proxy:3128': 'person',
      'NO_PROXY=localhost,10.0.0.0/8': 'written',
    });
    expect(fileOf(migration, 'etc/systemd/system/containerd.service.d/http-proxy.conf')).toBe(
      [
        '[Service]',
        'Environment="NO_PROXY=localhost,10.0.0.0/8"',
        '# Holds the addresses with a password; mode 0600, and not in a repository.',
        'EnvironmentFile=-/etc/containerd/proxy.env',
        '',
      ].join('\n'),
    );
    expect(migration.files.map(({ text }) => text).join('')).not.toContain('secret');
  });

  it('writes nothing for a key on which two files disagree', () => {
    const migration = migrateTexts({
      'a/daemon.json': '{"data-root": "/a"}',
      'b/daemon.json': '{"data-root": "/b"}',
    });
    expect(outcomes(migration)).toEqual({ 'data-root=/a': 'person', 'data-root=/b': 'person' });
    expect(fileOf(migration, 'containerd-2.x/config.toml')).not.toContain('root =');
  });

  it('leaves the daemon.json of a pod with an engine of its own alone', () => {
    const migration = migrateTexts({
      'dind.yaml': [
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata: {name: dind}',
        'data:',
        '  daemon.json: |',
        '    {"insecure-registries": ["reg.example"]}',
        '---',
        'apiVersion: v1',
        'kind: Pod',
        'metadata: {name: build}',
        'spec:',
        '  containers:',
        '    - {name: docker, image: "docker:27-dind", volumeMounts: [{name: c, mountPath: /etc/docker}]}',
        '  volumes:',
        '    - {name: c, configMap: {name: dind}}',
      ].join('\n'),
    });
    expect(migration.files).toEqual([]);
  });

  it('copies no credential of a client configuration', () => {
    const migration = migrateTexts({
      'setup.sh':
        '#!/bin/sh\ncat > /root/.docker/config.json <<EOF\n{"auths": {"reg.example": {"auth": "am9lOnNlY3JldA=="}}, "credsStore": "ecr-login"}\nEOF\n',
    });
    expect(outcomes(migration)).toEqual({ 'auths.reg.example=': 'person', 'credsStore=ecr-login': 'person' });
    expect(migration.files.map(({ text }) => text).join('')).not.toContain('am9l');
  });

  it('answers the same for the same files', () => {
    const texts = { 'a/daemon.json': '{"bip": "10.0.0.1/24", "registry-mirrors": ["https://m.example"]}' };
    expect(migrateTexts(texts)).toEqual(migrateTexts(texts));
  });
});
