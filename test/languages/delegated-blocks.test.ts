/** Blocks of Ansible that are left to another machine, with all of their tasks. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

const play = (block: string, task = '') =>
  `- hosts: kube_nodes\n  tasks:\n    - command: kubeadm join a\n    - block:\n        - name: images\n          command: docker info\n${task}${block}`;

const severities = (text: string) =>
  lintTexts({ 'play.yml': text }).findings.map(({ severity, placement }) => `${severity} ${placement.place}`);

describe('a block of tasks', () => {
  it('is on the hosts of its play', () => {
    expect(severities(play(''))).toEqual(['error node']);
  });

  it('is on the machine of whoever runs the playbook where it is delegated there', () => {
    const here = '      delegate_to: localhost\n';
    expect(severities(play(here)).filter((line) => line.endsWith('node'))).toEqual([]);
  });

  it('gives way to the word of its task', () => {
    const here = '      delegate_to: localhost\n';
    expect(severities(play(here, '          delegate_to: worker-1\n'))).toEqual(['error node']);
  });
});
