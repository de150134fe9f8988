/** The conditions under which a line counts, in every language. */
import { describe, expect, test } from 'vitest';
import { embed } from '../../src/languages/read.ts';
import type { Condition } from '../../src/model/condition.ts';
import { factsOf, readScript } from './shell-reading.ts';
import { inputOf } from './text-support.ts';

function told({ conditions }: { readonly conditions: readonly Condition[] }): string {
  return conditions.map((one) => `${one.kind} ${one.holds}`).join(', ');
}

/** What holds where the script pulls. */
function inShell(text: string): string {
  const pull = factsOf(readScript(text), 'command').find((fact) => fact.words.some((word) => word.text === 'pull'));
  return pull ? told(pull) : 'not found';
}

describe('conditions of shell', () => {
  test('a line in two conditions has both, the outer one first', () => {
    const text = 'if [ "$RUNTIME" = docker ]; then\n  command -v docker && docker pull a\nfi';
    expect(inShell(text)).toBe('runtime true, presence true');
  });

  test('a branch after others holds where none of them did', () => {
    const text = 'if command -v crictl; then :\nelif command -v docker; then :\nelse docker pull a\nfi';
    expect(inShell(text)).toBe('runtime true, presence false');
  });

  test('the arms of a case and an assignment of the environment', () => {
    const text = 'case "$CONTAINER_RUNTIME" in docker) KEEP=1 docker pull a;; esac';
    expect(inShell(text)).toBe('runtime true');
  });

  test('a flag, a path, a package and a variable stand under the conditions of their command', () => {
    const reading = readScript(
      'if [ "$RUNTIME" = docker ]; then\n  apt-get install docker.io\n  A=1\n  rm /etc/docker/key.json\n  kubelet --network-plugin=cni\nfi',
    );
    const inside = reading.facts.filter((fact) => fact.kind !== 'command');
    expect(inside.map((fact) => `${fact.kind}: ${told(fact)}`)).toEqual([
      'package: runtime true',
      'env: runtime true',
      'path: runtime true',
      'flag: runtime true',
    ]);
  });
});

/** What holds where docker is run in one file. */
function inFile(path: string, text: string): string {
  const { facts } = embed(inputOf(path, text));
  const docker = facts.filter(
    (fact) =>
      (fact.kind === 'command' && fact.program === 'docker') ||
      (fact.kind === 'flag' && fact.program === 'kubelet') ||
      (fact.kind === 'setting' && fact.value.text === '/var/run/docker.sock'),
  );
  return docker.map(told).join(' | ');
}

describe('conditions of Puppet', () => {
  const run = "exec { '/usr/bin/docker ps': }\n";
  test.each([
    [`if $container_runtime == 'docker' {\n${run}}\n${run}`, 'runtime true | '],
    [`if $container_runtime == 'containerd' {\n}\n# } else {\nelse {\n${run}}\n`, 'runtime true'],
    [`if $a {\n} elsif $container_runtime == 'docker' {\n${run}} else {\n${run}}\n`, 'runtime true | runtime false'],
    [`unless $container_runtime == 'docker' {\n${run}}\n`, 'runtime false'],
    [`if versioncmp($kubernetes_version, '1.24.0') < 0 {\n  if $x {\n${run}  }\n}\n`, 'version true'],
    [
      `case $container_runtime {\n  'docker': {\n${run}  }\n  default: {\n${run}  }\n}\n${run}`,
      'runtime true | runtime false | ',
    ],
    [`file { '/etc/a': content => "{ \${x} if $container_runtime == 'docker' {" }\n${run}`, ''],
    [`class a::docker {\n${run}}\nclass a::containerd inherits a {\n${run}}\n`, 'runtime true | '],
    [`class a::docker {\n${run}}\nclass a::tools {\n${run}}\n`, ' | '],
    [`else {\n${run}}\n`, ''],
  ])('%s', (text, expected) => {
    expect(inFile('manifests/init.pp', text)).toBe(expected);
  });
});

describe('conditions of Ruby', () => {
  const run = "  execute 'docker ps'\n";
  test.each([
    [`if node['k8s']['container_runtime'] == 'docker'\n${run}end\n${run}`, 'runtime true | '],
    [
      `unless node['k8s']['container_runtime'] == 'docker'\n${run}else # Docker\n${run}end\n`,
      'runtime false | runtime true',
    ],
    [`if a\nelsif node['container_runtime'] == 'docker' then\n${run}end\n`, 'runtime true'],
    [`case node['container_runtime']\nwhen 'containerd'\nwhen 'docker'\n${run}end\n${run}`, 'runtime true | '],
    [`if node['container_runtime'] == 'docker'\n  a.each do |b|\n  end\n${run}end\n`, 'runtime true'],
    [`end\nelse\n${run}`, ''],
  ])('%s', (text, expected) => {
    expect(inFile('recipes/default.rb', text)).toBe(expected);
  });
});

describe('conditions of makefiles', () => {
  test.each([
    ['ifeq ($(CONTAINER_RUNTIME),docker)\nrun:\n\tdocker ps\nendif\n', 'runtime true'],
    [
      'run:\nifeq ($(CONTAINER_RUNTIME), docker)\n\tdocker ps\nelse\n\tctr c ls\nendif\n\tdocker ps\n',
      'runtime true | ',
    ],
    ['ifneq "$(CRI)" "containerd"\nrun:\n\tdocker ps\nendif\n', 'runtime true'],
    ['ifeq ($(CRI),containerd)\nelse ifeq ($(CRI),docker)\nrun:\n\tdocker ps\nendif\n', 'runtime true'],
    ['ifdef DEBUG\nrun:\n\tdocker ps\nendif\nlist:\n\tdocker ps\n', ' | '],
    ['endif\nrun:\n\tdocker ps\n', ''],
  ])('%s', (text, expected) => {
    expect(inFile('Makefile', text)).toBe(expected);
  });
});

describe('conditions of Terraform', () => {
  const block = (head: string) => `resource "null_resource" "a" {
${head}  provisioner "local-exec" {
    command = "docker ps"
  }
}
`;
  test.each([
    ['  count = var.container_runtime == "docker" ? 1 : 0\n', 'runtime true'],
    ['  count = var.container_runtime == "docker" ? 0 : 1\n', 'runtime false'],
    ['  for_each = local.use_docker ? toset(["a"]) : toset([])\n', 'runtime true'],
    ['  count = var.enabled ? 1 : 0\n', ''],
  ])('a block with%s', (head, expected) => {
    expect(inFile('main.tf', block(head))).toBe(expected);
  });

  test('do not reach the next block', () => {
    const text = block('  count = var.container_runtime == "docker" ? 1 : 0\n') + block('');
    expect(inFile('main.tf', text)).toBe('runtime true | ');
  });

  test.each([
    ['kubelet_flag = "${var.bin != "" ? "--cni-bin-dir=${var.bin}" : ""}"', ''],
    ['kubelet_flag = var.container_runtime == "docker" ? "--network-plugin=cni" : ""', 'runtime true'],
    ['kubelet_flag = var.container_runtime == "containerd" ? "" : "--network-plugin=cni"', 'runtime true'],
  ])('a flag of the kubelet that a test puts in: %s', (line, expected) => {
    expect(inFile('kubelet.tf', `locals {\n  ${line}\n}\n`)).toBe(expected);
  });

  test('a text of another program is no flag of the kubelet', () => {
    const flags = embed(inputOf('minikube.tf', 'locals {\n  a = var.b ? "--network-plugin=cni" : ""\n}\n')).facts;
    expect(flags.filter((fact) => fact.kind === 'flag')).toEqual([]);
  });
});
