/** Texts that people read: what they name is not run. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function rules(files: Readonly<Record<string, string>>): readonly string[] {
  return lintTexts(files).findings.map(({ rule }) => rule);
}

function task(text: string): readonly string[] {
  return rules({ 'roles/node/tasks/main.yml': `- command: kubeadm join\n${text}` });
}

describe('a task of Ansible', () => {
  it.each([
    ['tells the operator something', '- debug: {msg: docker ps is empty there}\n'],
    ['tells it in a list', '- debug:\n    msg:\n    - docker ps is empty there\n    - ask crictl\n'],
    ['fails with a paragraph', '- fail:\n    msg: |\n      Run\n        docker ps -q\n      systemctl stop docker\n'],
    ['asserts', '- assert: {that: a == b, fail_msg: docker images is empty, success_msg: docker ps is history}\n'],
    ['waits for a key', '- pause: {prompt: docker ps on the node, then go on}\n'],
    ['tells a channel', '- community.general.slack: {token: a, msg: docker ps failed}\n'],
    ['writes a mail', '- mail: {subject: docker ps, body: "docker ps failed on it"}\n'],
    ['writes a mail of paragraphs', '- mail:\n    body: |\n      docker ps failed.\n      Best regards\n'],
    ['keeps a sentence', '- set_fact: {hint: docker ps shows nothing}\n'],
    ['speaks of each item', '- debug: {msg: "{{ item }}"}\n  loop:\n  - docker ps shows nothing\n'],
    ['shows a flag', '- debug: {msg: kubelet --network-plugin=cni is gone}\n'],
    ['writes what people see when they log in', '- copy: {dest: /etc/motd, content: docker ps is crictl ps}\n'],
    ['writes it as paragraphs', '- copy:\n    dest: /etc/issue.net\n    content: |\n      docker ps  ->  crictl ps\n'],
    ['adds a line to it', '- lineinfile: {path: /etc/issue, line: docker ps shows nothing}\n'],
    [
      'adds lines to it',
      '- blockinfile:\n    path: /etc/motd.d/10-node\n    block: |\n      docker ps shows nothing\n',
    ],
  ])('%s', (_, text) => {
    expect(task(text)).toEqual([]);
  });

  it.each([
    ['runs a command', '- command: docker ps -q\n'],
    ['runs it in a job', '- cron: {name: a, job: docker ps -q}\n'],
    ['runs it for each item', '- command: "{{ item }}"\n  loop:\n  - docker ps -q\n'],
    ['keeps it for later', '- set_fact: {list_cmd: docker ps -q}\n'],
    ['writes it into a script', '- copy:\n    dest: /usr/local/bin/list\n    content: |\n      docker ps -q\n'],
    [
      'writes it into what prints the greeting',
      '- copy:\n    dest: /etc/update-motd.d/9\n    content: |\n      #!/bin/sh\n      docker ps -q\n',
    ],
  ])('%s', (_, text) => {
    expect(task(text)).toEqual(['docker-cli-command']);
  });
});

describe('cloud-init', () => {
  const written = (path: string, content: string) =>
    rules({
      'user-data': `#cloud-config\npackages: [kubelet]\nwrite_files:\n- path: ${path}\n  content: |\n    ${content}\n`,
    });

  it('writes a greeting, and a script', () => {
    expect(written('/etc/motd', 'docker ps shows nothing')).toEqual([]);
    expect(written('/opt/list', 'docker ps -q')).toEqual(['docker-cli-command']);
  });
});

describe('a script', () => {
  it('writes a greeting', () => {
    expect(
      rules({ 'node.sh': '#!/bin/sh\nkubeadm join a\ncat > /etc/motd <<EOF\ndocker ps shows nothing\nEOF\n' }),
    ).toEqual([]);
  });
});

describe('a form for reports', () => {
  const form = (key: string) =>
    `name: A miss\nbody:\n- type: textarea\n  attributes:\n    label: The file\n    ${key}: |\n      kubeadm join\n      docker ps\n    render: sh\n`;

  it.each([
    ['shows an example', '.github/ISSUE_TEMPLATE/miss.yml', 'value'],
    ['of a discussion shows one', '.github/DISCUSSION_TEMPLATE/ideas.yml', 'value'],
    ['of another forge shows one', '.forgejo/issue_template/miss.yaml', 'value'],
    ['shows one in its field, wherever it stands', 'forms/miss.yaml', 'placeholder'],
  ])('%s', (_, path, key) => {
    expect(rules({ [path]: form(key) })).toEqual([]);
  });

  it('is no workflow beside it', () => {
    const steps =
      'on: push\njobs:\n  a:\n    runs-on: node\n    steps:\n    - run: |\n        kubeadm join\n        docker ps\n';
    expect(rules({ '.github/workflows/a.yml': steps })).toEqual(['docker-cli-command']);
  });
});
