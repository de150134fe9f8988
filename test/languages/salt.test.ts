/** Salt states, read as what they do on the machine. */
import { describe, expect, test } from 'vitest';
import { embed } from '../../src/languages/read.ts';
import { describeFacts, inputOf } from './text-support.ts';

function read(text: string, path = 'salt/node/init.sls') {
  return embed(inputOf(path, text));
}

describe('Salt states', () => {
  test.each([
    ['docker:\n  service.running:\n    - enable: true\n', '1:1 run systemctl start docker'],
    ['engine:\n  service.dead:\n    - name: docker\n', '3:13 run systemctl stop docker'],
    ['list:\n  cmd.run:\n    - name: docker ps -q\n', '3:13 run docker ps -q'],
    ['docker ps:\n  cmd.run: []\n', '1:1 run docker ps'],
    ['docker:\n  service.enabled\n', '1:1 run systemctl start docker'],
    ['engine:\n  service:\n    - name: docker\n    - dead\n', '3:13 run systemctl stop docker'],
    ['pause:\n  docker_image.present:\n    - name: registry/pause\n', '3:13 run docker pull registry/pause'],
  ])('commands: %s', (text, command) => {
    expect(describeFacts(read(text), 'command')).toEqual([command]);
  });

  test.each([
    ['docker-ce:\n  pkg.installed: []\n', ['1:1 install docker-ce']],
    [
      'engine:\n  pkg.latest:\n    - pkgs:\n      - docker-ce: 20.10\n      - kubelet\n',
      ['4:9 install docker-ce', '5:9 install kubelet'],
    ],
    ['old:\n  pkg.removed:\n    - names: [docker]\n', ['3:15 remove docker']],
    ['docker-ce:\n  pkg.held: []\n', ['1:1 hold docker-ce']],
    ['docker-ce:\n  pkg.installed\nkubelet:\n  pkg:\n    - latest\n', ['1:1 install docker-ce', '3:1 install kubelet']],
  ])('packages: %s', (text, packages) => {
    expect(describeFacts(read(text), 'package')).toEqual(packages);
  });

  test('files that are written are read as what they are, and those that go are removed', () => {
    const text = `/opt/run.sh:
  file.managed:
    - contents: |
        #!/bin/sh
        docker ps
/etc/docker/daemon.json:
  file.absent: []
/etc/docker/key.json:
  file.managed:
    - source: salt://node/files/key.json
`;
    const reading = read(text);
    expect(describeFacts(reading, 'command')).toEqual(['5:9 run docker ps']);
    expect(describeFacts(reading, 'path')).toEqual([
      '1:1 write /opt/run.sh',
      '6:1 removes /etc/docker/daemon.json',
      '8:1 write /etc/docker/key.json',
    ]);
    expect(reading.links.map(({ kind, to, target }) => [kind, to, target])).toEqual([
      ['copies', { kind: 'file', path: 'node/files/key.json' }, '/etc/docker/key.json'],
    ]);
  });

  test('what onlyif and unless ask is a condition', () => {
    const text = (key: string) => `docker:\n  service.running:\n    - ${key}: which docker\n`;
    const conditions = (key: string) => read(text(key)).facts.map((fact) => fact.conditions.map(({ holds }) => holds));
    expect(conditions('onlyif')).toEqual([[true]]);
    expect(conditions('unless')).toEqual([[false]]);
    expect(conditions('require')).toEqual([[]]);
  });

  test('between Jinja', () => {
    const text = '{% if a %}\n{{ name }}:\n  service.running:\n    - name: docker\n{% endif %}\n';
    expect(describeFacts(read(text), 'command')).toEqual(['4:13 run systemctl start docker']);
  });

  test('data of a pillar are settings, and a program of Salt is not read', () => {
    const reading = read('kubernetes:\n  container_runtime: docker\n', 'pillar/node.sls');
    expect(describeFacts(reading)).toEqual(['2:22 yaml kubernetes/container_runtime = docker']);
    expect(describeFacts(read('users:\n  group:\n    - docker\n  home: file.txt\n', 'pillar/users.sls'))).toEqual([
      '3:7 yaml users/group/[] = docker',
      '4:9 yaml users/home = file.txt',
    ]);
    expect(read('#!py\ndef run():\n  return {}\n').facts).toEqual([]);
  });
});
