/** What tasks of Ansible leave on a machine, where their state is a test or stands in a loop. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

const NODE = '- service: {name: kubelet, state: started}\n';

function linesOf(tasks: string): readonly string[] {
  const { findings } = lintTexts({ 'roles/node/tasks/main.yml': `${NODE}${tasks}` });
  return findings.map(({ span, severity, rule }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${line} ${severity} ${rule}`;
  });
}

describe('a state that a test chooses', () => {
  it.each([
    ["{{ 'present' if container_manager == 'docker' else 'absent' }}", 'notice'],
    ["{{ 'absent' if container_manager == 'containerd' else 'present' }}", 'notice'],
    ["{{ 'present' if is_first else 'absent' }}", 'warning'],
    ["{{ 'latest' if container_manager == 'docker' else 'present' }}", 'warning'],
    ['{{ engine_state }}', 'warning'],
  ])('holds for what the task names: %s', (state, severity) => {
    expect(linesOf(`- apt:\n    name: docker-ce\n    state: "${state}"\n`)).toEqual([
      `3 ${severity} docker-engine-package`,
    ]);
  });
});

describe('a loop over things and their states', () => {
  it('removes packages and installs others', () => {
    const loop = (first: string, second: string) =>
      `- apt: {name: "{{ item.name }}", state: "{{ item.state }}"}
  loop:
    - {name: docker-ce, state: ${first}}
    - {name: docker.io, state: ${second}}
`;
    expect(linesOf(loop('absent', 'present'))).toEqual(['5 warning docker-engine-package']);
    expect(linesOf(loop('present', 'absent'))).toEqual(['4 warning docker-engine-package']);
    expect(linesOf(loop('absent', 'removed'))).toEqual([]);
  });

  it('leaves units and files alone that are to be gone', () => {
    expect(
      linesOf(`- file: {path: "{{ item.path }}", state: "{{ item.state }}"}
  with_items:
    - {path: /etc/docker/daemon.json, state: absent}
    - {path: /etc/acme.conf, state: touch}
`),
    ).toEqual([]);
  });
});
