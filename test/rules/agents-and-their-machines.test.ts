/** What an agent is told twice, what nothing in a pod reads, and scripts and files of machines that are no nodes. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';

const SOCKET = '{name: s, hostPath: {path: /var/run/docker.sock}}';

function pod(container: string, volumes = SOCKET): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: probe}
spec:
  template:
    spec:
      containers:
        - ${container}
      volumes: [${volumes}]
`;
}

const MOUNTED = 'volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]';

describe('an agent that is told to ask Docker and gets its socket', () => {
  it('is one error with both lines', () => {
    const args = 'args: ["--probe.docker=true"]';
    const { findings } = lintTexts({ 'a.yaml': pod(`{name: a, image: "acme/a:1", ${args}, ${MOUNTED}}`) });
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['error docker-socket-mount']);
    expect(findings[0]?.instead).toBe(
      'Mount /run/containerd/containerd.sock in its place, and write --probe.docker=false --probe.cri=true --probe.cri.endpoint=unix:///run/containerd/containerd.sock',
    );
    expect(findings[0]?.related).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/^chooses Docker: /) }),
    );
  });

  it('is told at its variable where no socket is mounted for it', () => {
    const env = 'env: [{name: CONTAINER_RUNTIME, value: docker}]';
    const without = pod(`{name: a, image: "acme/a:1", ${env}}`, '{name: s, emptyDir: {}}');
    expect(loud({ 'a.yaml': without })).toEqual([expect.stringMatching(/ error chart-runtime-docker "docker"$/)]);
    expect(loud({ 'a.yaml': pod(`{name: a, image: "acme/a:1", ${env}, ${MOUNTED}}`) })).toEqual([
      expect.stringMatching(/ error docker-socket-mount /),
    ]);
  });

  it('is told by itself beside the socket of another runtime, which makes the mount a leftover', () => {
    const both = `${SOCKET}, {name: c, hostPath: {path: /run/containerd/containerd.sock}}`;
    const agent = `{name: a, image: "acme/a:1", args: ["--probe.docker=true"], ${MOUNTED}}`;
    expect(loud({ 'a.yaml': pod(agent, both) })).toEqual([expect.stringMatching(/ error chart-runtime-docker /)]);
  });

  it('is one error in Terraform too', () => {
    const agent = `resource "kubernetes_daemonset" "a" {
  spec {
    template {
      spec {
        container {
          name  = "a"
          image = var.image
          args  = ["--probe.docker=true"]
          volume_mount {
            name       = "s"
            mount_path = "/var/run/docker.sock"
          }
        }
        volume {
          name = "s"
          host_path {
            path = "/var/run/docker.sock"
          }
        }
      }
    }
  }
}
`;
    expect(loud({ 'main.tf': agent })).toEqual([expect.stringMatching(/ error docker-socket-mount /)]);
  });
});

describe('a runner of GitLab that registers itself for pods', () => {
  const runner = (executor: string, image: string) =>
    pod(
      `{name: r, image: "${image}", command: [sh, -c, "gitlab-runner register --executor ${executor} && gitlab-runner run"], ${MOUNTED}}`,
    );

  it('opens no socket', () => {
    expect(loud({ 'a.yaml': runner('kubernetes', 'gitlab/gitlab-runner:v16') })).toEqual([]);
    expect(loud({ 'a.yaml': runner('docker', 'gitlab/gitlab-runner:v16') })).toHaveLength(1);
    expect(loud({ 'a.yaml': runner('kubernetes', 'acme/ci:1') })).toHaveLength(1);
  });

  it('is known by its script where its image is a variable', () => {
    const module = (executor: string) => `locals {
  parameters = {
    containers = [{
      name    = "runner"
      image   = "\${var.image}"
      command = ["sh", "-c", "gitlab-runner register --executor \\"${executor}\\""]
      volume_mounts = [{ name = "s", mount_path = "/var/run/docker.sock" }]
    }]
    volumes = [{ name = "s", host_path = { path = "/var/run/docker.sock" } }]
  }
}
`;
    expect(loud({ 'main.tf': module('kubernetes') })).toEqual([]);
    expect(loud({ 'main.tf': module('docker') })).toHaveLength(1);
  });
});

describe('a script of a ConfigMap that installs Docker Engine and starts containers with it', () => {
  const script = 'apt-get install -y docker-ce\ndocker compose up -d\ncp tools/renew.sh /opt/app/';
  const configMap = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: boot}\ndata:\n  install.sh: |\n${script.replace(/^/gm, '    ')}\n`;
  const renew: Files = { 'tools/renew.sh': '#!/bin/bash\ndocker system prune -af\n' };

  it('is for a machine of its own where no pod mounts it', () => {
    expect(loud({ 'boot.yaml': configMap, ...renew })).toEqual([]);
  });

  it('stays a script of pods where one mounts it', () => {
    const mounting = pod(
      '{name: a, image: "acme/a:1", volumeMounts: [{name: b, mountPath: /boot}]}',
      '{name: b, configMap: {name: boot}}',
    );
    expect(loud({ 'boot.yaml': `${configMap}---\n${mounting}`, ...renew })).not.toEqual([]);
  });

  it('stays one where it starts nothing', () => {
    const only = configMap.replace(/.*compose.*\n/, '');
    expect(loud({ 'boot.yaml': only })).toEqual([expect.stringMatching(/ warning docker-engine-package /)]);
  });
});

describe('the configuration of a cluster whose nodes are containers', () => {
  const config = (apiVersion: string, kind: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nnetworking:\n  apiServerAddress: 172.17.0.1\n`;

  it('is for the machine of a developer, which has the bridge of Docker', () => {
    expect(loud({ 'a.yaml': config('kind.x-k8s.io/v1alpha4', 'Cluster') })).toEqual([]);
    expect(loud({ 'a.yaml': config('k3d.io/v1alpha5', 'Simple') })).toEqual([]);
    expect(loud({ 'a.yaml': config('example.com/v1', 'Cluster') })).toHaveLength(1);
  });

  it('is wrong where what it writes to the nodes is', () => {
    const registry = '[plugins."io.containerd.grpc.v1.cri".registry';
    const patch = `${registry}.mirrors."a:5000"]\n  endpoint = ["http://b:5000"]\n${registry}]\n  config_path = "/etc/containerd/certs.d"\n`;
    const kind = `kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\ncontainerdConfigPatches:\n- |-\n${patch.replace(/^(?=.)/gm, '  ')}`;
    expect(loud({ 'a.yaml': kind })).toEqual([expect.stringMatching(/ error containerd-legacy-config /)]);
  });
});

describe('a unit that a script takes from a package of its machine', () => {
  const unit = '[Service]\nExecStart=/usr/bin/dockerd -H fd://\n';
  const script = (from: string) => `#!/bin/bash\nkubeadm init\ncp ${from} /etc/systemd/system/\n`;

  it('is no file of the repository with that name', () => {
    const inUnit = (from: string) =>
      loud({ 'course/docker.service': unit, 'cluster/join.sh': script(from) }).filter((line) =>
        line.startsWith('course/'),
      );
    expect(inUnit('/usr/lib/systemd/system/docker.service')).toEqual([]);
    expect(inUnit('/lib/systemd/system/docker.service')).toEqual([]);
    expect(inUnit('../course/docker.service')).toHaveLength(1);
  });
});

describe('one parser in several sources of a configuration', () => {
  it('is one cause', () => {
    const job = (name: string) =>
      `- job_name: ${name}\n  pipeline_stages:\n  - docker: {}\n  kubernetes_sd_configs: [{role: pod}]\n`;
    const config = `scrape_configs:\n${job('pods')}${job('static')}`;
    const configMap = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: promtail}\ndata:\n  promtail.yaml: |\n${config.replace(/^/gm, '    ')}\n`;
    const carriers: readonly Files[] = [{ 'promtail.yaml': config }, { 'a.yaml': configMap }];
    for (const files of carriers) {
      const [first, ...others] = lintTexts(files).findings;
      expect([first?.rule, first?.copies.length, others]).toEqual(['docker-log-format', 1, []]);
    }
  });
});

describe('a runner that is named by its digest', () => {
  it('builds, as it does by its tag', () => {
    const instead = (image: string) =>
      lintTexts({ 'a.yaml': pod(`{name: a, image: "${image}", ${MOUNTED}}`).replace('DaemonSet', 'Deployment') })
        .findings[0]?.instead;
    expect(instead(`acme/ci-runner@sha256:${'0'.repeat(64)}`)).toMatch(/^Delete the mount: build images/);
    expect(instead('acme/ci-runner:1')).toBe(instead(`acme/ci-runner@sha256:${'0'.repeat(64)}`));
  });
});
