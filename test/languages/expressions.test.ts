/** What the tests of templates and playbooks say about the runtime and the version, in both branches. */
import { describe, expect, it } from 'vitest';
import { readExpression } from '../../src/languages/conditions/expression.ts';
import type { Condition } from '../../src/model/condition.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

function told(conditions: readonly Condition[]): string {
  const texts = conditions.map((one) =>
    one.kind === 'version'
      ? `${one.holds ? '<' : '>='}1.${one.below}`
      : `${one.holds ? '' : 'not '}${one.kind}${one.kind === 'containerd' ? `<${one.below}` : ''}`,
  );
  return texts.join(' ') || '-';
}

function read(text: string): string {
  const { whenTrue, whenFalse } = readExpression(fileView(createSource('a', text)), 0, text.length);
  return `${told(whenTrue)} | ${told(whenFalse)}`;
}

describe('tests of the runtime', () => {
  it.each([
    ["container_manager == 'docker'", 'runtime | not runtime'],
    ['container_runtime != "docker"', 'not runtime | runtime'],
    ["'docker' == container_engine", 'runtime | not runtime'],
    ["container_manager == 'containerd'", 'not runtime | runtime'],
    ["container_manager in ['containerd', 'crio']", 'not runtime | runtime'],
    ["container_manager in ['docker', 'containerd']", '- | -'],
    ["container_manager not in ['docker']", 'not runtime | runtime'],
    ["not (cri == 'docker')", 'not runtime | runtime'],
    ["pillar.get('container_runtime') == 'docker'", 'runtime | not runtime'],
    ["salt['pillar.get']('container_runtime', 'containerd') == 'docker'", 'runtime | not runtime'],
    ['salt["grains.get"]("cri:chosen") == "docker"', 'runtime | not runtime'],
    ["salt.pillar.get('kubernetes:cri') != 'docker'", 'not runtime | runtime'],
    ["pillar.get('container_runtime', 'docker') == 'docker'", '- | -'],
    ["pillar.get('name') == 'docker'", '- | -'],
    ["pillar.widget('container_runtime') == 'docker'", '- | -'],
    ["kubernetes.container_runtime | lower == 'docker'", 'runtime | not runtime'],
    ["container_manager == 'docker' and inventory_hostname in groups['etcd']", 'runtime | -'],
    ["container_manager == 'docker' or force", '- | not runtime'],
    ['use_docker | bool', 'runtime | not runtime'],
    ['.cri.container_manager | eq "docker"', 'runtime | not runtime'],
    ['.cri.container_manager | eq "docker" | not', 'not runtime | runtime'],
    ['.cri.container_manager | ne "docker"', 'not runtime | runtime'],
    ['and (.cri.container_manager | eq "docker") .cri.install', 'runtime | -'],
    ['or (.cri.container_manager | eq "docker") .force', '- | not runtime'],
    ['install_docker == true', 'runtime | not runtime'],
    ['docker_status.stdout == "active"', 'presence | not presence'],
    ["'active' in docker_running.stdout", 'presence | not presence'],
    ['docker_service.status.ActiveState != "active"', 'not presence | presence'],
    ['docker_running.stdout == "not running"', 'not presence | presence'],
    ['kubelet_status.stdout == "active"', '- | -'],
    ["docker_enabled == 'no'", 'not runtime | runtime'],
    ['install_docker_compose', '- | -'],
    ['docker_check.rc == 0', 'presence | not presence'],
    ['docker_check.rc != 0', 'not presence | presence'],
    ['docker_bin.stat.exists', 'presence | not presence'],
    ['docker_check is failed', 'not presence | presence'],
    ["ansible_facts.services.docker.state | default('') != ''", 'presence | not presence'],
    ["container_runtime is in ['docker']", 'runtime | not runtime'],
    ["ansible_facts.packages['docker-ce'] is defined", 'presence | not presence'],
    ["'docker.service' in ansible_facts.services", 'presence | not presence'],
    ['eq .Runtime "docker"', 'runtime | not runtime'],
    ['and (eq .ContainerRuntime "docker") .Debug', 'runtime | -'],
    ['not (eq .Values.containerRuntime "docker")', 'not runtime | runtime'],
    ['IsDocker', 'runtime | not runtime'],
    ['.IsContainerd', 'not runtime | runtime'],
    ['var.container_runtime == "docker"', 'runtime | not runtime'],
    ['"${var.runtime}" == "docker"', '- | -'],
    ["image_repository == 'docker.io'", '- | -'],
    ["ansible_virtualization_type != 'docker'", '- | -'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('tests of the version', () => {
  it.each([
    ["kube_version is version('v1.24', '<')", '<1.24 | >=1.24'],
    ["kube_version is version('v1.24.0', '>=')", '>=1.24 | <1.24'],
    ["salt['pkg.version_cmp'](kube_version, 'v1.24.0') < 0", '<1.24 | >=1.24'],
    ["salt['pkg.version_cmp'](kubernetes.version, '1.24') >= 0", '>=1.24 | <1.24'],
    ["salt['pkg.version_cmp'](docker_version, '19.03') < 0", '- | -'],
    ["kube_version is ansible.builtin.version('1.24.0', '<')", '<1.24 | >=1.24'],
    ["kube_version is version_compare('1.23', '<=')", '<1.24 | >=1.24'],
    ["kubernetes_version | version_compare('1.24', 'lt')", '<1.24 | >=1.24'],
    ["not kube_version is version('1.24', 'ge')", '<1.24 | >=1.24'],
    ["kube_version is not version('1.24', '<')", '>=1.24 | <1.24'],
    ["(kube_version.split('.')[1] | int) < 24", '<1.24 | >=1.24'],
    ['semverCompare "<1.24-0" .Capabilities.KubeVersion.Version', '<1.24 | >=1.24'],
    ['semverCompare ">=1.19-0, <1.24-0" .Capabilities.KubeVersion.GitVersion', '>=1.19 <1.24 | -'],
    ['lt (int .Capabilities.KubeVersion.Minor) 24', '<1.24 | >=1.24'],
    ['var.kubernetes_minor < 24', '<1.24 | >=1.24'],
    ["kube_version in ['1.22', 'v1.23.4']", '>=1.22 <1.24 | -'],
    ["kube_version in ['1.22', 'latest']", '- | -'],
    ['tonumber(split(".", var.kubernetes_version)[1]) < 24', '<1.24 | >=1.24'],
    ['tonumber(split(".", var.cluster_version)[1]) >= 24', '>=1.24 | <1.24'],
    ['tonumber(split(".", var.docker_version)[0]) < 24', '- | -'],
    ['contains(["1.22", "1.23"], var.cluster_version)', '>=1.22 <1.24 | -'],
    ["docker_version is version('20.10', '<')", '- | -'],
    ["containerd_version is version('2.0.0', '<')", 'containerd<200 | not containerd<200'],
    ['facts.packages["containerd.io"][0].version is version("2.2", "ge")', 'not containerd<202 | containerd<202'],
    ["ansible_version.full is version('2.9', '>=')", '- | -'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
