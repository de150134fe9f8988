/** What the configuration teaches the linter about a company's own things. */
import { describe, expect, it } from 'vitest';
import { lintOptions } from '../src/config/apply.ts';
import { readConfig } from '../src/config/load.ts';
import { mergeLayers } from '../src/config/options.ts';
import { evidenceText } from '../src/report/reasons.ts';
import { type Files, lintTexts, summaries } from './support/in-memory.ts';

function lintWith(knowledge: string, files: Files) {
  const settings = mergeLayers([readConfig('c', `knowledge:\n${knowledge}`)]);
  return lintTexts(files, lintOptions(settings, '2026-11-25')).findings;
}

describe('a wrapper', () => {
  const SCRIPT = { 'tools/restart.sh': '#!/bin/bash\nnode_exec "$HOST" "docker restart agent"\n' };
  const wrapper = (more: string) => `  wrappers: [{command: node_exec, ${more}}]`;

  it('runs what it is given on nodes', () => {
    const findings = lintWith(wrapper('skip: 1'), SCRIPT);
    expect(summaries(findings)).toEqual(['tools/restart.sh:2:20 error docker-cli-command "docker"']);
    expect(findings[0]?.placement.place).toBe('node');
    expect(findings[0]?.placement.evidence.map(evidenceText)).toEqual(['the configuration says so']);
  });

  it('takes words as well as one text, and options of its own', () => {
    const text = '#!/bin/bash\nnode_exec --quiet docker ps\nnode_exec -- sudo docker ps -a\n';
    expect(summaries(lintWith(wrapper('runs-on: nodes'), { 'tools/list.sh': text }))).toEqual([
      'tools/list.sh:2:19 error docker-cli-command "docker"',
      'tools/list.sh:3:19 error docker-cli-command "docker"',
    ]);
  });

  it('may run it on the same machine, or inside a container, which is not the node', () => {
    const where = (runsOn: string) =>
      lintWith(wrapper(`skip: 1, runs-on: ${runsOn}`), SCRIPT).map(({ placement, severity }) => [
        placement.place,
        severity,
      ]);
    expect([where('here'), where('containers')]).toEqual([[['unknown', 'notice']], [['image', 'notice']]]);
  });

  it('counts in every language that has command lines', () => {
    const files = {
      'a/Makefile': 'restart:\n\tnode_exec h1 "docker restart agent"\n',
      'b/play.yml':
        '- hosts: localhost\n  tasks:\n    - name: restart\n      shell: node_exec h1 "docker restart agent"\n',
    };
    expect(summaries(lintWith(wrapper('skip: 1'), files))).toEqual([
      'a/Makefile:2:16 error docker-cli-command "docker"',
      'b/play.yml:4:28 error docker-cli-command "docker"',
    ]);
  });

  it('without the configuration is a program like any other', () => {
    expect(lintTexts(SCRIPT).findings.map(({ severity }) => severity)).not.toContain('error');
  });
});

describe('a place', () => {
  const FILES = {
    'ops/boot.sh': '#!/bin/bash\ndocker ps\n',
    'ops/pod.yaml':
      'kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]\n',
  };

  it('makes what a script does loud that nothing else places', () => {
    expect(summaries(lintTexts(FILES).findings)[0]).toContain('notice docker-cli-command');
    const findings = lintWith('  places: [{paths: [ops], place: node}]', FILES);
    expect(summaries(findings)[0]).toBe('ops/boot.sh:2:1 error docker-cli-command "docker"');
    expect(findings.map(({ placement }) => placement.place)).toEqual(['node', 'workload']);
  });

  it('keeps a sandbox quiet, with the manifests in it', () => {
    expect(lintWith('  places: [{paths: [ops], place: dev}]', FILES)).toEqual([]);
  });

  it('is that of the last entry that matches', () => {
    const places = '  places: [{paths: [ops], place: dev}, {paths: ["ops/*.sh"], place: node}]';
    expect(summaries(lintWith(places, FILES))).toEqual(['ops/boot.sh:2:1 error docker-cli-command "docker"']);
  });

  it('is stronger than what is done in the file', () => {
    const files = { 'lab/join.sh': '#!/bin/bash\nkubeadm join a\ndocker ps\n' };
    const places = (text: string) =>
      lintWith(text, files).map(({ placement, severity }) => [placement.place, severity]);
    expect([places('  places: []'), places('  places: [{paths: [lab], place: ci}]')]).toEqual([
      [['node', 'error']],
      [['ci', 'notice']],
    ]);
  });
});

describe('advice', () => {
  const FILES = {
    'nodes/join.sh': '#!/bin/bash\nkubeadm join a\ndocker ps\nif command -v docker; then docker ps; fi\n',
  };

  it('stands in place of the rule’s, with its link and without its fix', () => {
    const own = lintWith(
      '  advice: [{rule: docker-cli-command, instead: use our nodectl, link: "https://wiki.example.com/n"}]',
      FILES,
    );
    expect(own[0]?.instead).toBe('Use our nodectl. See https://wiki.example.com/n');
    expect(own[0]?.fix).toBeUndefined();
  });

  it('may be a link alone, which is added', () => {
    const [plain] = lintTexts(FILES).findings;
    const [own] = lintWith('  advice: [{rule: docker-cli-command, link: "https://wiki.example.com/n"}]', FILES);
    expect(own?.instead).toBe(`${plain?.instead}. See https://wiki.example.com/n`);
    expect(own?.fix).toEqual(plain?.fix);
  });

  it('counts only in its paths', () => {
    const [own] = lintWith('  advice: [{rule: docker-cli-command, paths: [charts], instead: no}]', FILES);
    expect(own?.instead).not.toBe('No');
  });

  it('leaves alone what is told about a line that counts only where Docker is', () => {
    const own = lintWith('  advice: [{rule: docker-cli-command, instead: use our nodectl}]', FILES);
    expect(own.map(({ instead }) => instead)).toEqual([
      'Use our nodectl',
      'Delete this branch once no node has Docker',
    ]);
  });
});

describe('a check', () => {
  const one = (finds: string) => `  checks: [{name: ours, ${finds}, message: it breaks, instead: use the other}]`;

  it('says what it was told, and that the configuration says it', () => {
    const [finding] = lintWith(one('command: acme-clean'), { 'join.sh': '#!/bin/sh\nkubeadm join a\nacme-clean\n' });
    expect([finding?.rule, finding?.message, finding?.because, finding?.instead]).toEqual([
      'own-check',
      'It breaks',
      'Nodes with containerd have no Docker Engine since Kubernetes 1.24 removed dockershim (check ours of the configuration)',
      'Use the other',
    ]);
  });

  it.each([
    [
      'chart: agent',
      { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n  - name: agent\n    version: 1\n' },
    ],
    ['chart: agent', { 'install.sh': '#!/bin/sh\nhelm upgrade --install a acme/agent\n' }],
    [
      'variable: ENGINE',
      {
        'pod.yaml':
          'kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, env: [{name: ENGINE, value: x}]}]\n',
      },
    ],
    [
      'unit: acme.service',
      {
        'etc/systemd/system/a.service':
          '[Unit]\nAfter=network.target acme.service\n[Service]\nExecStart=/usr/bin/kubelet\n',
      },
    ],
    ['path: /opt/acme', { 'join.sh': '#!/bin/sh\nkubeadm join a\ncp a "$ROOT/opt/acme/x"\n' }],
  ])('finds %s', (finds, files) => {
    expect(lintWith(one(finds), files as Record<string, string>).map(({ rule }) => rule)).toEqual(['own-check']);
  });

  it('says nothing where the folder is removed', () => {
    expect(lintWith(one('path: /opt/acme'), { 'join.sh': '#!/bin/sh\nkubeadm join a\nrm -rf /opt/acme\n' })).toEqual(
      [],
    );
  });
});
