/** Lines that only count where Docker is the runtime, or is found, by what stands around them. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

function severities(files: Files, path = ''): readonly string[] {
  return lintTexts(files).findings.flatMap(({ severity, span }) => (span.source.path.includes(path) ? severity : []));
}

describe('a test in a script', () => {
  const script = (test: string) => `#!/bin/bash\nsystemctl enable kubelet\nif ${test}; then\n  docker ps -a\nfi\n`;

  it.each([
    ['[[ "$(pgrep -o dockerd)" -ne 0 ]]', 'notice'],
    ['[ "$(which docker)" != "" ]', 'notice'],
    ['[[ "$(pgrep -o dockerd)" -eq 0 ]]', 'error'],
    ['[[ "$(pgrep -o dockerd)" -ne 5 ]]', 'error'],
    ['[[ "$(pgrep -o kubelet)" -ne 0 ]]', 'error'],
  ])('%s', (test, severity) => {
    expect(severities({ 'node.sh': script(test) })).toContain(severity);
    expect(severities({ 'node.sh': script(test) }).includes('error')).toBe(severity === 'error');
  });
});

describe('a function of PowerShell that asks for a service', () => {
  const script = (test: string) => `Start-Service kubelet\nif (${test}) {\n    docker ps --all\n}\n`;

  it.each([
    ['check_service_installed_and_running "docker"', 'notice'],
    ['Test-ServiceRunning docker', 'notice'],
    ['Install-Tools "docker"', 'error'],
    ['check_service_installed "kubelet"', 'error'],
  ])('%s', (test, severity) => {
    expect(severities({ 'node.ps1': script(test) })).toEqual([severity]);
  });
});

describe('a runtime that a script replaces', () => {
  const script = (test: string) =>
    `#!/bin/bash\nsystemctl enable kubelet\nCONTAINER_RUNTIME=dockerd\nif ${test}; then\n  CONTAINER_RUNTIME=containerd\nfi\n`;

  it('from a version on is for those before it', () => {
    expect(severities({ 'node.sh': script('vercmp "$KUBELET_VERSION" gteq "1.24.0"') })).toEqual(['notice']);
    expect(severities({ 'node.sh': script('[ "$SMALL" = yes ]') })).toEqual(['warning']);
  });
});

describe('a unit beside one for another runtime', () => {
  const unit = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet --network-plugin=cni\n';
  const other = '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml\n';

  it('is for Docker, unless scripts choose that by default', () => {
    const files = { 'node/kubelet.service': unit, 'node/kubelet-containerd.service': other };
    expect(severities(files)).not.toContain('error');
    expect(severities({ 'node/kubelet.service': unit, 'node/kubelet-extra.service': other })).toContain('error');
    const start = '#!/bin/bash\nCONTAINER_RUNTIME="${CONTAINER_RUNTIME:-dockerd}"\nsystemctl start kubelet\n';
    expect(severities({ ...files, 'node/start.sh': start }, 'kubelet.service')).toContain('error');
  });
});

describe('tasks for Docker that install cri-dockerd', () => {
  const files = (condition: string) => ({
    'site.yml': '- hosts: k8s_nodes\n  roles: [node]\n',
    'roles/node/defaults/main.yml': 'container_runtime: docker\n',
    'roles/node/tasks/main.yml': `- command: kubeadm join\n- include_tasks: engine.yml\n  when: ${condition}\n`,
    'roles/node/tasks/engine.yml':
      '- shell: docker info\n- template: {src: cri-docker.service.j2, dest: /usr/lib/systemd/system/cri-docker.service}\n',
  });

  it('have containers of the kubelet in Docker', () => {
    expect(severities(files("container_runtime == 'docker'"), 'engine.yml')).not.toContain('error');
    const without = {
      ...files("container_runtime == 'docker'"),
      'roles/node/tasks/engine.yml': '- shell: docker info\n',
    };
    expect(severities(without, 'engine.yml')).toContain('error');
  });
});
