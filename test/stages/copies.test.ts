/** A file that is kept in many versions is one cause: the newest one is reported, and shows the others. */
import { describe, expect, it } from 'vitest';
import { lintTexts, summaries } from '../support/in-memory.ts';

const POD = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]
`;

function copies(...paths: readonly string[]) {
  const { findings } = lintTexts(Object.fromEntries(paths.map((path) => [path, POD])));
  return findings.map((one, i) => {
    const others = one.related.map(({ span }) => span.source.path).filter((path) => path !== one.span.source.path);
    return `${summaries(findings)[i]?.split(':')[0]} ${[...new Set(others)].join(' ')}`.trim();
  });
}

describe('a file in many versions', () => {
  it('is told at the newest version, by number and not by letter', () => {
    expect(copies('addon/v1.9.0.yaml', 'addon/v1.10.0.yaml', 'addon/v1.2.0.yaml')).toEqual([
      'addon/v1.10.0.yaml addon/v1.9.0.yaml addon/v1.2.0.yaml',
    ]);
  });

  it('is told at the newest folder as well', () => {
    expect(copies('3.72.0/pod.yaml', '3.73.0/pod.yaml', '3.74.1/pod.yaml')).toEqual([
      '3.74.1/pod.yaml 3.73.0/pod.yaml 3.72.0/pod.yaml',
    ]);
  });

  it('is told twice where there are two, which may be two things', () => {
    expect(copies('a-1.7.yaml', 'a-2.0.yaml')).toEqual(['a-1.7.yaml', 'a-2.0.yaml']);
  });

  it.each<readonly [string, readonly string[]]>([
    ['releases', ['agent-1.2.3.yaml', 'agent-1.2.4.yaml', 'agent-1.2.5.yaml']],
    ['releases with nothing between', ['agent1.2.yaml', 'agent1.3.yaml', 'agent1.4.yaml']],
    ['candidates', ['agent/v1.1/a.yaml', 'agent/v1.2-rc1/a.yaml', 'agent/v1.2/a.yaml']],
    ['branches', ['agent/1.20.x/a.yaml', 'agent/1.21.x/a.yaml', 'agent/1.22.x/a.yaml']],
    ['years', ['agent/2024/a.yaml', 'agent/2025/a.yaml', 'agent/2026/a.yaml']],
  ])('is one finding: %s', (_, paths) => {
    expect(copies(...paths)).toEqual([[...paths].reverse().join(' ')]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['versions of one number', ['v1/a.yaml', 'v2/a.yaml', 'v3/a.yaml']],
    ['numbers of five digits', ['agent/20240/a.yaml', 'agent/20250/a.yaml', 'agent/20260/a.yaml']],
    ['numbers of an order', ['agent/01/a.yaml', 'agent/02/a.yaml', 'agent/03/a.yaml']],
  ])('is not told by %s', (_, paths) => {
    expect(copies(...paths)).toHaveLength(3);
  });

  it('is another one where its line is another', () => {
    const files = Object.fromEntries(['1.1', '1.2', '1.3'].map((version) => [`agent-${version}.yaml`, POD]));
    const { findings } = lintTexts({ ...files, 'agent-1.3.yaml': POD.replace('path: /var/run', 'path: /run') });
    expect(findings).toHaveLength(3);
  });

  it('is another file where another name is', () => {
    expect(copies('agent-1.0.yaml', 'shipper-1.1.yaml', 'scanner-1.2.yaml')).toHaveLength(3);
  });

  it('brings the fixes of the others along, since each file has to be written', () => {
    const config =
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  criSocket: /var/run/dockershim.sock\n';
    const files = Object.fromEntries(['1.20', '1.21', '1.22'].map((version) => [`${version}.0/kubeadm.yaml`, config]));
    const { findings } = lintTexts(files);
    expect(findings.map(({ span, fix }) => [span.source.path, fix?.replacement])).toEqual([
      ['1.22.0/kubeadm.yaml', 'unix:///run/containerd/containerd.sock'],
    ]);
    expect(findings[0]?.copies.map(({ span }) => span.source.path)).toEqual([
      '1.21.0/kubeadm.yaml',
      '1.20.0/kubeadm.yaml',
    ]);
  });

  it('is one with its copies that differ in nothing but their versions', () => {
    const paths = ['v1.13/a/pod.yaml', 'v1.13/b/pod.yaml', 'v1.14/a/pod.yaml', 'v1.14/b/pod.yaml', 'v1.14/c/pod.yaml'];
    expect(copies(...paths)).toEqual([
      'v1.14/c/pod.yaml v1.14/b/pod.yaml v1.14/a/pod.yaml v1.13/b/pod.yaml v1.13/a/pod.yaml',
    ]);
  });
});

describe('a file that examples repeat', () => {
  it('is told once, with the others beside it', () => {
    expect(copies('examples/a/pod.yaml', 'examples/b/pod.yaml', 'examples/c/other.yaml')).toEqual([
      'examples/a/pod.yaml examples/b/pod.yaml examples/c/other.yaml',
    ]);
  });

  it('is told in each file where two are alike, or where it is no example', () => {
    expect(copies('examples/a/pod.yaml', 'examples/b/pod.yaml')).toHaveLength(2);
    expect(copies('teams/a/pod.yaml', 'teams/b/pod.yaml', 'teams/c/pod.yaml')).toHaveLength(3);
  });

  it.each(['example', 'examples', 'sample', 'samples', 'demo', 'demos'])('is one of a folder called %s', (folder) => {
    expect(copies(`${folder}/a/pod.yaml`, `${folder}/b/pod.yaml`, `${folder}/c/pod.yaml`)).toHaveLength(1);
  });

  it('is told for each thing that they say', () => {
    const { findings } = lintTexts({
      'examples/a.yaml': POD,
      'examples/b.sh': 'kubeadm join\ndocker inspect a\n',
      'examples/c.sh': 'kubeadm join\nsystemctl restart docker\n',
    });
    expect(findings.map(({ rule }) => rule)).toEqual([
      'docker-socket-mount',
      'docker-cli-command',
      'docker-service-unit',
    ]);
  });

  it('is told where a file says it twice', () => {
    const twice = `${POD}---\n${POD.replace('name: a}', 'name: b}')}`;
    const { findings } = lintTexts({ 'examples/a.yaml': twice, 'examples/b.yaml': POD, 'examples/c.yaml': POD });
    expect(findings).toHaveLength(4);
  });

  it('is one finding for a daemon.json with several settings', () => {
    const json = '{"log-driver": "json-file", "live-restore": true, "insecure-registries": ["reg.example"]}';
    const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: docker}\ndata:\n  daemon.json: '${json}'\n`;
    const files = ['vm', 'metal', 'cloud'].map((name) => [`examples/${name}.yaml`, config]);
    const { findings } = lintTexts(Object.fromEntries(files));
    expect(summaries(findings)).toEqual(['examples/cloud.yaml:5:92 warning docker-daemon-config "reg.example"']);
    expect(findings[0]?.message).toBe(
      '`insecure-registries` is a setting of dockerd: without it pulls or pods fail; 2 more of its settings stand here',
    );
  });
});

describe('what one file repeats', () => {
  const panel = (metric: string) => `{"targets": [{"expr": "sum(${metric}{name=~\\"^k8s_.*\\"})"}]}`;
  const dashboard = (...metrics: readonly string[]) =>
    `{"title": "a", "schemaVersion": 30, "panels": [\n${metrics.map(panel).join(',\n')}\n]}`;
  it('in the same words is one notice with the other places', () => {
    const { findings } = lintTexts({
      'dashboards/a.json': dashboard('container_memory_rss', 'container_memory_cache', 'container_memory_usage_bytes'),
    });
    expect(findings.map(({ severity, related }) => [severity, related.length])).toEqual([['notice', 2]]);
  });

  it('is two where two things are to be done', () => {
    const { findings } = lintTexts({
      'dashboards/a.json': dashboard('container_memory_rss', 'container_network_receive_bytes_total'),
    });
    expect(findings).toHaveLength(2);
  });
});

describe('a file in folders that are called by numbers', () => {
  it('is told at the newest one', () => {
    expect(copies('agent/2/pod.yaml', 'agent/9/pod.yaml', 'agent/10/pod.yaml')).toEqual([
      'agent/10/pod.yaml agent/9/pod.yaml agent/2/pod.yaml',
    ]);
  });
});

describe('a configuration that is compiled', () => {
  it('is told where people write it', () => {
    const unit = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet\n';
    const compiled = {
      'node.ign': JSON.stringify({
        ignition: { version: '3.0.0' },
        systemd: { units: [{ name: 'kubelet.service', contents: unit }] },
      }),
    };
    const written = `systemd:\n  units:\n  - name: kubelet.service\n    contents: |\n${unit.replace(/^(?=.)/gm, '      ')}`;
    const paths = (files: Readonly<Record<string, string>>) =>
      lintTexts(files).findings.map(({ span }) => span.source.path);
    expect(paths({ ...compiled, 'node.yaml': written })).toEqual(['node.yaml']);
    expect(paths({ ...compiled, 'other.yaml': written })).toEqual(['node.ign', 'other.yaml']);
    expect(paths(compiled)).toEqual(['node.ign']);
  });
});
