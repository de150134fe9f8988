import { describe, expect, test } from 'vitest';
import { recogniseLanguage } from '../../src/languages/recognise.ts';

describe('languages by name', () => {
  const names: readonly (readonly [string, string | undefined])[] = [
    ['Dockerfile', 'dockerfile'],
    ['build/Dockerfile.alpine', 'dockerfile'],
    ['build/agent.Dockerfile', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['Dockerfile.j2', 'dockerfile'],
    ['Dockerfile.md', 'text'],
    ['Makefile', 'makefile'],
    ['common.mk', 'makefile'],
    ['Jenkinsfile', 'groovy'],
    ['ci/release.groovy', 'groovy'],
    ['node/start.ps1', 'powershell'],
    ['main.tf', 'terraform'],
    ['node.pkr.hcl', 'terraform'],
    ['values.yaml', 'yaml'],
    ['templates/daemonset.yaml.j2', 'yaml'],
    ['files/daemon.json', 'json'],
    ['run.sh', 'shell'],
    ['run.sh.tmpl', 'shell'],
    ['kubelet.service', 'systemd'],
    ['kubelet.service.j2', 'systemd'],
    ['docker.service.d/proxy.conf', 'systemd'],
    ['etc/containerd/config.toml', 'toml'],
    ['config.toml.j2', 'toml'],
    ['etc/crio/crio.conf.d/10-cgroup.conf', 'toml'],
    ['etc/default/kubelet', 'ini'],
    ['etc/sysconfig/docker', 'ini'],
    ['templates/default/agent.erb', 'ini'],
    ['app/.env', 'ini'],
    ['kubeadm-flags.env', 'ini'],
    ['etc/logrotate.d/docker', 'ini'],
    ['roles/node/templates/logrotate.j2', 'ini'],
    ['etc/cron.d/clean', 'ini'],
    ['main.go', undefined],
    ['README.md', 'text'],
    ['home/core/.bash_history', 'text'],
    ['templates/bash_history.erb', 'text'],
    ['root/.zsh_history', 'text'],
    ['home/core/.bashrc', 'shell'],
    ['tools/bash_history.sh', 'shell'],
    ['doc/api-ref/source/cluster-create.json', 'text'],
    ['api/samples/cluster-create-req.json', 'text'],
    ['examples/v1/create.response.json', 'text'],
    ['samples/daemon.json', 'json'],
    ['cluster/cluster-create-req.json', 'json'],
    ['api-ref/node.sh', 'shell'],
  ];
  test.each(names)('%s', (path, language) => {
    expect(recogniseLanguage(path, '', undefined)).toBe(language);
  });
});

describe('languages by content', () => {
  const texts: readonly (readonly [string, string, string | undefined])[] = [
    ['templates/kubelet.erb', 'KUBELET_OPTS=" \\\n--v=2 \\\n<% if @a %>--b=c<% end %> \\\n--d=e"\n', 'ini'],
    ['args/kubelet', '# flags\n--v=2\n--network-plugin=cni\n', 'ini'],
    ['opt/cluster/kubelet', '# where it listens\nNODE_ADDRESS="--address=10.0.0.1"\n', 'ini'],
    ['templates/kubelet', 'KUBELET_EXTRA_ARGS="{% if old %}--network-plugin=cni{% endif %}"\n', 'ini'],
    ['a shebang', '#!/usr/bin/env bash\n', 'shell'],
    ['a shebang of Python', '#!/usr/bin/python3\n', 'text'],
    ['cloud-config', '#cloud-config\nruncmd: []\n', 'cloud-init'],
    ['cloud-config after a Jinja line', '## template: jinja\n#cloud-config\n', 'cloud-init'],
    ['a mail', 'Content-Type: multipart/mixed; boundary="x"\n', 'cloud-init'],
    ['JSON', '{\n  "debug": true\n}', 'json'],
    ['the flow style of YAML', '{\nexecutor: docker,\n  s3: { bucket: x }\n}\n', 'yaml'],
    ['a block of a program', '{ echo: docker }; done\n', undefined],
    ['templates/default/agent.erb', '[Unit]\nAfter=docker.service\n', 'systemd'],
    ['templates/default/start.erb', '#!/bin/bash\n', 'shell'],
    ['a unit', '[Unit]\nAfter=docker.service\n', 'systemd'],
    ['fluent-bit', '[SERVICE]\n    Flush 1\n', 'fluent-bit'],
    ['fluentd', '<source>\n  @type tail\n</source>\n', 'fluentd'],
    ['an object', 'apiVersion: v1\nkind: Pod\n', 'yaml'],
    ['TOML', '[plugins."cri"]\n  x = "y"\n', 'toml'],
    ['tables of TOML', '[[runners]]\n  name = "x"\n', 'toml'],
    ['a Dockerfile', 'FROM debian:12\nRUN apt-get update\n', 'dockerfile'],
    ['PowerShell', '$ErrorActionPreference = "Stop"\nRestart-Service docker\n', 'powershell'],
    ['shell without a shebang', 'set -eu\ndocker ps\n', 'shell'],
    ['keys', 'a: 1\nb:\n  - c\n', 'yaml'],
    ['prose', 'Just words, nothing else.\n', undefined],
  ];
  test.each(texts)('%s', (_name, text, language) => {
    expect(recogniseLanguage('some/key', text, undefined)).toBe(language);
  });

  test.each([
    ['{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  "properties": {}\n}\n', 'text'],
    ['{"$defs": {"agent": {"default": "docker"}}}', 'text'],
    ['$schema: http://json-schema.org/draft-07/schema#\nproperties: {}\n', 'text'],
    ['{"$schema": "https://docs.renovatebot.com/renovate-schema.json"}', 'json'],
    ['{"schema": 2, "runtime": "docker"}', 'json'],
  ])('a schema is for people, and a file that names its schema is not: %j', (text, language) => {
    expect(recogniseLanguage(text.startsWith('{') ? 'agent.json' : 'agent.yaml', text, undefined)).toBe(language);
  });

  test('the target decides before the path', () => {
    expect(recogniseLanguage('setup.sh', '{}', '/etc/docker/daemon.json')).toBe('json');
    expect(recogniseLanguage('configmap.yaml', '[INPUT]\n  Name tail\n', 'fluent-bit.conf')).toBe('fluent-bit');
  });

  test('cloud-config in a file with a name of YAML', () => {
    expect(recogniseLanguage('node.yaml', '#cloud-config\n', undefined)).toBe('cloud-init');
  });
});
