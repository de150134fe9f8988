/** A handler runs where a task notifies it: under what all of those tasks ask for. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const RESTART = '- name: restart engine\n  service: {name: docker, state: restarted}\n';
const CONFIGURE = '- copy: {src: a.json, dest: /etc/app/a.json}\n  notify: restart engine\n';
const FOR_DOCKER = '  when: container_manager == "docker"\n';

function inRole(tasks: string, others: Files = {}): readonly string[] {
  const { findings } = lintTexts({
    'roles/node/tasks/main.yml': `- command: kubeadm join a\n${tasks}`,
    'roles/node/handlers/main.yml': RESTART,
    ...others,
  });
  return findings.map(({ severity }) => severity);
}

describe('a handler of a role', () => {
  it('is as loud as a task where a task notifies it always', () => {
    expect(inRole(CONFIGURE)).toEqual(['warning']);
  });

  it('is for nodes with Docker where only tasks for them notify it', () => {
    expect(inRole(CONFIGURE + FOR_DOCKER)).toEqual(['notice']);
    expect(inRole(`- block:\n${CONFIGURE.replace(/^/gm, '  ').trimEnd()}\n${FOR_DOCKER}`)).toEqual(['notice']);
    expect(inRole(CONFIGURE.replace('restart engine', '\n  - restart proxy\n  - restart engine') + FOR_DOCKER)).toEqual(
      ['notice'],
    );
  });

  it('is for nodes with Docker where its tasks are read under that condition', () => {
    const call = '- include_tasks: engine.yml\n  when: container_manager == "docker"\n';
    expect(inRole(call, { 'roles/node/tasks/engine.yml': CONFIGURE })).toEqual(['notice']);
  });

  it('may run elsewhere where another task notifies it, or may do so', () => {
    expect(inRole(CONFIGURE + FOR_DOCKER + CONFIGURE)).toEqual(['warning']);
    expect(inRole(`${CONFIGURE}${FOR_DOCKER}- command: /bin/true\n  notify: "{{ handler }}"\n`)).toEqual(['warning']);
    expect(inRole(`${CONFIGURE}${FOR_DOCKER}- command: /bin/true\n  notify: "node : restart engine"\n`)).toEqual([
      'warning',
    ]);
    expect(inRole(`${CONFIGURE}${FOR_DOCKER}- notify: restart engine\n  block:\n  - command: /bin/true\n`)).toEqual([
      'warning',
    ]);
    expect(
      inRole(`${CONFIGURE}${FOR_DOCKER}- include_tasks: ../handlers/main.yml\n`, {
        'roles/other/tasks/main.yml': '- import_tasks: ../../node/handlers/main.yml\n',
      }),
    ).toEqual(['warning']);
  });
});

describe('a handler of a play', () => {
  const play = (handler: string, when: string) =>
    lintTexts({
      'site.yml': [
        '- hosts: workers',
        '  tasks:',
        '  - command: kubeadm join a',
        '  - copy: {src: a.json, dest: /etc/app/a.json}',
        `    notify: engine${when}`,
        '  handlers:',
        `  - ${handler}`,
        '    service: {name: docker, state: restarted}',
        '',
      ].join('\n'),
    }).findings.map(({ severity }) => severity);
  const WHEN = '\n    when: container_manager == "docker"';

  it.each(['name: engine', 'name: restart\n    listen: engine', 'name: restart\n    listen: [proxy, engine]'])(
    'hears of its name and of its topics: %s',
    (handler) => {
      expect(play(handler, '')).toEqual(['warning']);
      expect(play(handler, WHEN)).toEqual(['notice']);
    },
  );

  it('that nobody calls is left as it is', () => {
    expect(play('name: restart', WHEN)).toEqual(['warning']);
  });
});
