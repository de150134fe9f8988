import { describe, expect, test } from 'vitest';
import { maskedYaml } from '../../src/languages/yaml/mask.ts';
import { parseYaml, textAt } from '../../src/languages/yaml/yaml.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView, HOLE } from '../../src/text/view.ts';
import { factsOf, labels, placeOf, readText, settingLines } from './yaml-support.ts';

function parse(text: string, templates: 'text' | 'values' | 'none' = 'none') {
  return parseYaml(fileView(createSource('a.yaml', text)), { path: 'a.yaml', templates });
}

describe('documents', () => {
  test('are separate: a broken one does not hide the others', () => {
    const stream = parse('a: 1\n---\nb: [1\n---\nc: 3\n');
    expect(stream.documents.map(({ root }) => textAt(root, 'c') ?? textAt(root, 'a') ?? 'broken')).toEqual([
      '1',
      'broken',
      '3',
    ]);
    expect(stream.notes.map((note) => [note.code, note.coverage])).toEqual([['syntax', 'partly']]);
  });

  test.each([
    ['a: "one\n  two\n"\nb: docker\n', 'one two'],
    ["x:\n  a: '{\n    \"k\": 1\n  }'\n  it: 'isn''t\n so'\nb: docker\n", undefined],
  ])('are read behind a quoted value whose last line stands too far left: %j', (text, a) => {
    const { documents, notes } = parse(text);
    const [document] = documents;
    expect([textAt(document?.root, 'a')?.replace(/ +/g, ' ').trim(), textAt(document?.root, 'b'), notes]).toEqual([
      a,
      'docker',
      [],
    ]);
    expect(document?.view.root(text.indexOf('docker'), text.length).span.start).toBe(text.indexOf('docker'));
  });

  test('with a quote that nothing closes are told to be partly read', () => {
    expect(parse('a: "one\n two\nb: docker\n').notes.map(({ coverage }) => coverage)).toEqual(['partly']);
  });

  test('without a wanted word are passed over', () => {
    const view = fileView(createSource('a.yaml', 'a: docker\n---\nb: none\n'));
    const stream = parseYaml(view, { path: 'a.yaml', templates: 'none', only: ({ text }) => text.includes('docker') });
    expect(stream.documents.length).toBe(1);
  });

  test('aliases and merge keys are read where they are used, and placed where they are written', () => {
    const reading = readText('a.yaml', 'base: &b {path: /run/docker.sock}\nuse: *b\nmore: {<<: *b, mode: x}\n');
    const lines = settingLines(reading, 'yaml');
    expect(lines).toContain('use.path = /run/docker.sock');
    expect(lines).toContain('more.path = /run/docker.sock');
    const spans = factsOf(reading, 'setting')
      .filter((fact) => fact.value.text === '/run/docker.sock')
      .map((fact) => fact.at.view.root(fact.at.start, fact.at.end).span.start);
    expect(new Set(spans)).toEqual(new Set([16]));
  });

  test('an empty value has a setting at its key', () => {
    const reading = readText('otel.yaml', 'receivers:\n  docker_stats:\n  other: {}\n');
    expect(settingLines(reading, 'yaml')).toEqual(['receivers.docker_stats = ', 'receivers.other = ']);
    expect(factsOf(reading, 'setting').map(placeOf)).toEqual(['docker_stats', 'other']);
  });
});

describe('templates', () => {
  const mask = (text: string) => maskedYaml(fileView(createSource('t.yaml', text))).text;

  test('lines of actions become empty, printed values become holes', () => {
    expect(mask('{{- if .Values.a }}\na: x{{ .Values.b }}y\n  {{- else }}\nb: 1\n{{ end }}\n')).toBe(
      `\na: x${HOLE.repeat('{{ .Values.b }}'.length)}y\n\nb: 1\n\n`,
    );
  });

  test('what is indented on a new line prints nothing on its own', () => {
    expect(mask('a: {{- toYaml .Values.a | nindent 2 }}\n  b: 1\n')).toBe('a: \n  b: 1\n');
  });

  test('alternatives on one line are not one word', () => {
    expect(mask('a: {{ if .x }}docker{{ else }}podman{{ end }}\n')).toBe(`a: docker${HOLE}podman\n`);
  });

  test('an unquoted template in a file that is no template is found', () => {
    const { documents, notes } = parse('a: {{ name }}\nb: docker\n');
    expect(notes).toEqual([]);
    expect(textAt(documents[0]?.root, 'a')).toBe(HOLE.repeat('{{ name }}'.length));
    expect(textAt(documents[0]?.root, 'b')).toBe('docker');
  });

  test('quoted templates of Ansible are holes in their scalar', () => {
    const { documents } = parse('a: "{{ bin }}/docker ps"\n', 'values');
    expect(textAt(documents[0]?.root, 'a')).toBe(`${HOLE.repeat(9)}/docker ps`);
  });

  test("a format of docker's own stays in plain YAML", () => {
    const { documents } = parse("a: docker ps --format '{{.Names}}'\n");
    expect(textAt(documents[0]?.root, 'a')).toBe("docker ps --format '{{.Names}}'");
  });
});

describe('cloud-config', () => {
  test('files, commands and packages', () => {
    const text = `#cloud-config
packages: [docker.io, [kubeadm, 1.22.0]]
write_files:
  - path: /etc/docker/daemon.json
    content: |
      {"log-driver": "json-file", "bip": "10.0.0.1/16"}
  - path: /opt/run.sh
    encoding: b64
    content: ${btoa('#!/bin/sh\ndocker ps\n')}
runcmd:
  - systemctl enable docker
  - [docker, pull, pause]
`;
    const reading = readText('user-data.yaml', text);
    expect(factsOf(reading, 'package').map((fact) => `${fact.action} ${fact.name}`)).toEqual([
      'install docker.io',
      'install kubeadm',
    ]);
    expect(settingLines(reading, 'daemon-json')).toEqual(['log-driver = json-file', 'bip = 10.0.0.1/16']);
    expect(factsOf(reading, 'command').map((fact) => fact.words.map((word) => word.text).join(' '))).toEqual([
      'docker ps',
      'systemctl enable docker',
      'docker pull pause',
    ]);
  });
});

describe('Ansible', () => {
  test('modules become packages, commands, paths and settings', () => {
    const text = `- hosts: nodes
  tasks:
    - name: engine
      apt: {name: "{{ item }}", state: present}
      loop: [docker-ce, docker-ce-cli]
    - name: old
      yum: name=docker,docker-common state=absent
    - shell: docker ps -q | xargs docker rm
      when: container_manager == 'docker'
    - ansible.builtin.service: {name: docker, state: restarted}
    - name: daemon
      copy:
        dest: /etc/docker/daemon.json
        content: '{"bip": "10.1.0.1/16", "live-restore": true}'
    - lineinfile: {path: /etc/default/kubelet, line: 'KUBELET_EXTRA_ARGS=--network-plugin=cni'}
`;
    const reading = readText('site.yml', text);
    expect(labels(reading)[0]).toBe('ansible: site.yml');
    expect(factsOf(reading, 'package').map((fact) => `${fact.action} ${fact.name}`)).toEqual([
      'install docker-ce',
      'install docker-ce-cli',
      'remove docker',
      'remove docker-common',
    ]);
    expect(settingLines(reading, 'ansible')).toContain('[].service.name = docker');
    expect(settingLines(reading, 'daemon-json')).toContain('bip = 10.1.0.1/16');
    const commands = factsOf(reading, 'command').filter((fact) => fact.program === 'docker');
    expect(commands.map((fact) => [fact.conditions[0]?.kind, fact.conditions[0]?.holds])).toContainEqual([
      'runtime',
      true,
    ]);
    expect(factsOf(reading, 'path').map((fact) => `${fact.use} ${fact.path}`)).toContain(
      'write /etc/docker/daemon.json',
    );
  });
});

describe('workflows', () => {
  test('scripts are shell inside the workflow', () => {
    const text =
      'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          docker build .\n          docker ps\n      - run: docker push x\n';
    const reading = readText('.github/workflows/ci.yml', text);
    expect(reading.documents.map((d) => [d.language, d.parent?.language])).toEqual([
      ['workflow', undefined],
      ['shell', 'workflow'],
    ]);
    expect(factsOf(reading, 'command').map((fact) => fact.words[1]?.text)).toEqual(['build', 'ps', 'push']);
  });
});

describe('monitoring and other JSON', () => {
  test('rule files and dashboards have their own formats', () => {
    const rules = readText(
      'rules.yaml',
      'groups: [{name: g, rules: [{alert: A, expr: kubelet_docker_operations > 1}]}]\n',
    );
    expect(settingLines(rules, 'prometheus')).toContain('groups.[g].rules.[].expr = kubelet_docker_operations > 1');
    const board = readText(
      'board.json',
      '{"title": "t", "panels": [{"targets": [{"expr": "kubelet_docker_errors"}]}]}',
    );
    expect(settingLines(board, 'grafana')).toContain('panels.[].targets.[].expr = kubelet_docker_errors');
  });

  test('a template that writes the items and commas of a list', () => {
    const text =
      '{"mirrors": [{{ range $i, $m := .M }}{{ if $i }},{{ end }}{{ "\\n" }} "https://{{ $m }}"{{ end }}], "icc": false}';
    expect(settingLines(readText('etc/docker/daemon.json', text), 'daemon-json')).toContain('icc = false');
  });

  test('daemon.json and crictl.yaml', () => {
    expect(settingLines(readText('etc/docker/daemon.json', '{"bip": "1.1.1.1/8"} // end'), 'daemon-json')).toEqual([
      'bip = 1.1.1.1/8',
    ]);
    expect(
      settingLines(readText('crictl.yaml', 'runtime-endpoint: unix:///var/run/dockershim.sock\n'), 'crictl'),
    ).toEqual(['runtime-endpoint = unix:///var/run/dockershim.sock']);
  });

  test('broken JSON keeps what stands before the mistake', () => {
    const reading = readText('a.json', '{"a": {"path": "/run/docker.sock"}, "b": }');
    expect(settingLines(reading, 'json')[0]).toBe('a.path = /run/docker.sock');
    expect(reading.notes.map((note) => note.code)).toEqual(['syntax']);
  });
});
