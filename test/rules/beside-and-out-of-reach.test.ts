/** Docker Engine of a machine's own, nodes in containers, and addresses that nothing opens: what does not break with the node's runtime. */
import { describe, expect, it } from 'vitest';
import { relatedText } from '../../src/report/reasons.ts';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';

const linesOf = (files: Files) =>
  lintTexts(files).findings.map(({ span, severity, rule }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${span.source.path}:${line} ${severity} ${rule}`;
  });

describe('a script that a play hands to a machine with K3s and a Docker Engine for itself', () => {
  const play = (hosts: string, install: string) =>
    [
      `- hosts: ${hosts}`,
      '  tasks:',
      install,
      '    - copy: {src: files/mirror.sh, dest: /opt/mirror.sh}',
      '    - shell: systemctl restart k3s',
      '',
    ].join('\n');
  const ENGINE = '    - shell: curl -fsSL https://get.docker.com | sh -';
  const NONE = '    - shell: uptime';
  const MIRROR =
    '#!/bin/bash\ndocker ps | grep mirror || docker run -d --name mirror registry:2\nsystemctl start docker\n';

  it('drives that engine, which is there', () => {
    expect(loud({ 'play/server.yml': play('server', ENGINE), 'play/files/mirror.sh': MIRROR })).toEqual([]);
  });

  it('has no engine to drive where one of the plays installs none', () => {
    const files = {
      'play/server.yml': play('server', ENGINE),
      'play/agents.yml': play('agents', NONE),
      'play/files/mirror.sh': MIRROR,
    };
    expect(loud(files)).not.toEqual([]);
  });
});

describe('a list of containers', () => {
  const node = (script: string) => `#!/bin/bash\nset -e\nsystemctl restart kubelet\n${script}\n`;

  it('that is searched for one which the script starts is about that one', () => {
    const { findings } = lintTexts({
      'run.sh': node('state=$(docker ps | grep cache-proxy)\ndocker run -d --name cache-proxy proxy:1'),
    });
    expect(findings[0]?.message).toContain('with which this container is started here');
  });

  it('that is searched for another is about those of the kubelet', () => {
    const { findings } = lintTexts({
      'run.sh': node('state=$(docker ps | grep coredns)\ndocker run -d --name cache-proxy proxy:1'),
    });
    expect(findings[0]?.message).toContain('the kubelet’s containers are not Docker’s');
  });
});

describe('files that are taken out of a container which is only created', () => {
  it('are one finding with what copies them and what clears up', () => {
    const { findings } = lintTexts({
      'node.sh':
        '#!/bin/bash\nkubeadm init\nid=$(docker create --name unpack acme/cni:1)\ndocker cp $id:/bin/bridge /opt/cni/bin\ndocker rm $id\ndocker rm unpack\n',
    });
    expect(findings.map(({ rule, related }) => [rule, related.map(relatedText)])).toEqual([
      ['docker-cli-command', ['works with this container', 'works with this container', 'works with this container']],
    ]);
  });
});

describe('a recipe of make that loads images into the nodes of kind', () => {
  it('reaches those containers with docker, whatever else it calls', () => {
    const files = {
      Makefile:
        'define load\n\tfor node in $$(kind get nodes --name $(1)); do \\\n\t\tdocker save $(2) | docker exec -i $$node ctr -n k8s.io images import -; \\\n\tdone\nendef\n\ninstall:\n\t$(call load,dev,acme/agent:1)\n\t./install.sh\n',
      'install.sh': '#!/bin/bash\nKUBELET_DIR=/var/lib/kubelet\nsystemctl restart kubelet\n',
    };
    expect(loud(files)).toEqual([]);
  });
});

describe('the address of an engine that an agent on each node is given', () => {
  const agent = (kind: string, volume: string) => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: acme/agent:1
          env: [{name: ACME_DOCKER_ENDPOINT, value: 'unix:///var/run/docker.sock'}]
          volumeMounts: [{name: node, mountPath: ${volume}}]
      volumes: [{name: node, hostPath: {path: ${volume}}}]
`;

  it('is a notice where no volume brings the socket there', () => {
    expect(linesOf({ 'agent.yaml': agent('DaemonSet', '/var/log') })).toEqual([
      'agent.yaml:10 notice docker-socket-endpoint',
    ]);
  });

  it.each<readonly [string, string]>([
    ['DaemonSet', '/var/run'],
    // It may hand the address to pods that it makes.
    ['Deployment', '/var/log'],
  ])('is an error in a %s with %s', (kind, volume) => {
    expect(linesOf({ 'agent.yaml': agent(kind, volume) })).toContain('agent.yaml:10 error docker-socket-endpoint');
  });
});

describe('a path that a container of docker is given', () => {
  it.each([
    '-e KUBECONFIG=/etc/kubernetes/admin.conf',
    '--env=KUBECONFIG=/etc/kubernetes/admin.conf',
    '-w /etc/kubernetes',
    '--workdir=/etc/kubernetes',
  ])('shows no node around it: %s', (option) => {
    expect(loud({ 'tool/start.sh': `#!/bin/bash\ndocker run -d --name ui ${option} acme/ui:1\n` })).toEqual([]);
  });
});

describe('a source of fluentd', () => {
  const conf = (path: string) =>
    `<source>\n  @type tail\n  format json\n  path ${path}\n  tag a\n</source>\n<match **>\n  @type stdout\n</match>\n`;

  it.each([
    `"#{ENV['CONTAINER_LOGS_PATH']}"`,
    `"#{ENV["APP_CONTAINER_LOG_PATH"]}"`,
    `"#{ENV['FLUENT_CONTAINER_TAIL_PATH']}"`,
  ])('reads logs of containers where the variable of its path is called after them: %s', (path) => {
    expect(linesOf({ 'fluent.conf': conf(path) })).toEqual(['fluent.conf:3 warning docker-log-format']);
  });

  it.each([
    `"/var/log/#{ENV["CONTAINER_LOG_PATH" app.log"`,
    `"#{ENV['AUDIT_LOG_PATH']}"`,
    `"#{ENV['CONTAINER_NAME']}"`,
  ])('reads other files: %s', (path) => {
    expect(linesOf({ 'fluent.conf': conf(path) })).toEqual([]);
  });
});

describe('advice', () => {
  it('names a registry without the quotes that a script breaks off around a variable', () => {
    const { findings } = lintTexts({
      'node.sh': `#!/bin/bash\nkubeadm init\nsudo sh -c 'echo { \\"insecure-registries\\":[\\"'$REGISTRY':5000\\"] } > /etc/docker/daemon.json'\n`,
    });
    expect(findings[0]?.instead).toContain('/etc/containerd/certs.d/$REGISTRY:5000/hosts.toml');
  });

  it('takes a module of Terraform for no module of Metricbeat', () => {
    const { findings } = lintTexts({
      'main.tf': 'module "api" {\n  source = "../api"\n  env = {\n    SOCKET = "/var/run/docker.sock"\n  }\n}\n',
    });
    expect(findings.map(({ instead }) => instead.includes('metricsets'))).toEqual([false]);
  });
});
