/** Where a docker command runs is told with the reason: by the machine that the line acts on, its hosts, and what stands beside it. */
import { describe, expect, it } from 'vitest';
import { evidenceText } from '../../src/report/reasons.ts';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { placesOf } from './places.ts';

/** `path:line place<most [engine]: reasons` of each finding. */
function told(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ span, placement: { place, atMost, engine, evidence } }) => {
    const most = atMost === undefined ? '' : `<${atMost}`;
    const its = engine === undefined ? '' : ` [${engine.kind}]`;
    const reasons = evidence.map(evidenceText).join('; ');
    return `${span.source.path}:${positionAt(span.source, span.start).line} ${place}${most}${its}: ${reasons}`;
  });
}

const ASK = 'docker inspect a';
const JOINS: Files = { 'roles/node/tasks/main.yml': '- command: kubeadm join\n' };
const play = (hosts: string) => `- hosts: ${hosts}\n  tasks: [{command: ${ASK}}]\n`;
const NODE_PLAY: Files = { 'playbooks/node.yml': '- hosts: workers\n  tasks: [{command: kubeadm join}]\n' };

describe('a line that acts on another machine', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'from a node: any machine is one, but what is called after a machine beside the nodes',
      { 'a.sh': `kubeadm join a\nssh other ${ASK}\nssh jenkins ${ASK}\n` },
      ['a.sh:2 node: line 1 calls kubeadm join', 'a.sh:3 unknown<notice: runs on another machine'],
    ],
    [
      'from a role beside one of nodes',
      { ...JOINS, 'roles/other/tasks/main.yml': `- shell: ssh x ${ASK}\n` },
      ['roles/other/tasks/main.yml:1 unknown: runs on another machine'],
    ],
    [
      'from a folder that is called after nodes',
      { 'nodes/a.sh': `ssh x ${ASK}\n`, 'nodes/b.sh': 'kubeadm join\n' },
      ['nodes/a.sh:1 unknown: runs on another machine'],
    ],
    [
      'that is called like one of a cluster',
      { 's/a.sh': `ssh master-a ${ASK}\n`, 's/b.sh': 'yum install -y kubelet\n' },
      ['s/a.sh:1 node<warning: runs on the hosts of master-a'],
    ],
    [
      'that kubectl get nodes printed',
      { 'a.sh': `for n in $(kubectl get nodes -o name); do ssh $n ${ASK}; done\n` },
      ['a.sh:1 node: runs on $(kubectl get nodes -o name), which kubectl get nodes printed'],
    ],
    [
      'under a pod',
      {
        'pod.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  hostPID: true\n  containers: [{name: a, image: a, securityContext: {privileged: true}, command: [nsenter, -t, "1", -m, docker, inspect, a]}]\n',
      },
      ['pod.yaml:6 node: leaves its container for the host of the pod'],
    ],
    [
      'inside a container of a node',
      { 'a.sh': `kubeadm join a\ndocker exec b ${ASK}\n` },
      ['a.sh:2 node: line 1 calls kubeadm join', 'a.sh:2 image: runs inside a container'],
    ],
    ['inside a container of a test', { 'test/a.sh': `kubectl exec b -- ${ASK}\n` }, []],
    [
      'of whoever runs the playbook, from a role',
      { 'roles/n/tasks/main.yml': `- command: kubeadm join\n- command: ${ASK}\n  delegate_to: localhost\n` },
      ['roles/n/tasks/main.yml:2 unknown: runs on another machine'],
    ],
    [
      'of another host of the cluster, from a role',
      {
        'roles/n/tasks/main.yml': `- command: kubeadm join\n- command: ${ASK}\n  delegate_to: "{{ groups.masters[0] }}"\n`,
      },
      ['roles/n/tasks/main.yml:2 node: line 1 calls kubeadm join'],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('a play', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'on the group of a cluster',
      { 'site.yml': play('kube_node') },
      ['site.yml:2 node<warning: runs on the hosts of kube_node'],
    ],
    [
      'of a test on the group of a cluster',
      { 'tests/site.yml': play('kube_node') },
      ['tests/site.yml:2 node<notice: runs on the hosts of kube_node'],
    ],
    [
      'on workers, in whose inventory a cluster is',
      { 'inventory/hosts': '[kube_node]\na\n[workers]\nb\n', 'site.yml': play('workers') },
      ['site.yml:2 node<warning: runs on the hosts of workers'],
    ],
    [
      'on workers of something else',
      { 'inventory/hosts': '[workers]\nb\n', 'site.yml': play('workers'), 'x.sh': 'kubectl get a\n' },
      ['site.yml:2 unknown: '],
    ],
    [
      'on all hosts of a cluster',
      { 'inventory/hosts': '[kube_node]\na\n', 'site.yml': play('all') },
      ['site.yml:2 node<warning: runs on all hosts of a cluster’s inventory'],
    ],
    [
      'of a test on all hosts of a cluster',
      { 'test/inventory/hosts': '[kube_node]\na\n', 'test/site.yml': play('all') },
      ['test/site.yml:2 node<notice: runs on all hosts of a cluster’s inventory'],
    ],
    [
      'on all hosts of something else',
      { 'inventory/hosts': '[web]\na\n', 'site.yml': play('all'), 'x.sh': 'kubectl get a\n' },
      ['site.yml:2 unknown: '],
    ],
    [
      'beside those of nodes, on machines that are called after something else',
      { ...NODE_PLAY, 'playbooks/engine.yml': play('runners,bastion') },
      ['playbooks/engine.yml:2 unknown: runs on another machine'],
    ],
    [
      'beside those of nodes, on such machines without some',
      { ...NODE_PLAY, 'playbooks/engine.yml': play('runners:!old') },
      ['playbooks/engine.yml:2 unknown: runs on another machine'],
    ],
    [
      'beside those of nodes, on all but some',
      { ...NODE_PLAY, 'playbooks/engine.yml': play('"!old"') },
      ['playbooks/engine.yml:2 node<warning: the same Ansible project (playbooks/node.yml, line 2 calls kubeadm join)'],
    ],
    [
      'beside those of nodes, on the machine of whoever runs it',
      { ...NODE_PLAY, 'playbooks/engine.yml': play('localhost') },
      ['playbooks/engine.yml:2 unknown: '],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('a script', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'that only names a path of nodes',
      { 'a.sh': `ls /etc/cni/net.d\n${ASK}\n` },
      ['a.sh:2 node<warning: line 1 uses /etc/cni/net.d'],
    ],
    [
      'that only names a path of nodes, and runs playbooks for others',
      { 'a.sh': `ls /etc/cni/net.d\nansible-playbook site.yml\n${ASK}\n` },
      ['a.sh:3 unknown: '],
    ],
    [
      'that makes its machine a node, and runs playbooks for others',
      { 'a.sh': `kubeadm join\nansible-playbook site.yml\n${ASK}\n` },
      ['a.sh:3 node: line 1 calls kubeadm join'],
    ],
    [
      'with two lines that are sentences',
      { 'a.sh': `1. Look at it\nkubeadm join\n2. Then\n${ASK}\n` },
      ['a.sh:4 node<warning: line 2 calls kubeadm join'],
    ],
    [
      'with one line that is a sentence',
      { 'a.sh': `1. Look at it\nkubeadm join\n${ASK}\n` },
      ['a.sh:3 node: line 2 calls kubeadm join'],
    ],
    [
      'that names its shell, whatever its lines look like',
      { 'a.sh': `#!/bin/bash\n1. Look at it\nkubeadm join\n2. Then\n${ASK}\n` },
      ['a.sh:5 node: line 3 calls kubeadm join'],
    ],
    [
      'that completes command lines',
      { 'a.sh': `kubeadm join\ncomplete -F _docker docker\n${ASK}\n` },
      ['a.sh:3 dev: completes command lines'],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('a recipe', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'of a cookbook that manages the kubelet',
      {
        'cookbooks/c/recipes/default.rb': "service 'kubelet'\n",
        'cookbooks/c/providers/x.rb': `execute '${ASK}'\n`,
        'cookbooks/d/recipes/default.rb': `execute '${ASK}'\n`,
      },
      [
        'cookbooks/c/providers/x.rb:1 node: the scripts beside it set up nodes (cookbooks/c/recipes/default.rb, line 1 manages kubelet)',
        'cookbooks/d/recipes/default.rb:1 unknown: ',
      ],
    ],
    [
      'of a cookbook with the unit of a kubelet',
      {
        'cookbooks/c/templates/kubelet.service.erb': '[Service]\nExecStart=/usr/bin/kubelet\n',
        'cookbooks/c/recipes/x.rb': `execute '${ASK}'\n`,
      },
      [
        'cookbooks/c/recipes/x.rb:1 node: the scripts beside it set up nodes (cookbooks/c/templates/kubelet.service.erb, line 1 is the unit kubelet.service.erb)',
      ],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });

  it('of a role for another scheduler is for other machines', () => {
    expect(told({ ...JOINS, 'roles/nomad/tasks/main.yml': `- command: ${ASK}\n` })).toEqual([
      'roles/nomad/tasks/main.yml:1 unknown<notice: runs on another machine',
    ]);
  });
});

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
const INSTALL = 'apt-get install -y docker-ce\n';

describe('what is known of a role or folder besides', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'a playbook calls another role, and not this one',
      {
        'site.yml': '- hosts: kube_node\n  roles: [a]\n',
        'roles/a/tasks/main.yml': '- command: kubeadm join\n',
        'roles/b/tasks/main.yml': `- command: ${ASK}\n`,
      },
      [
        'roles/b/tasks/main.yml:1 node<notice: the same Ansible project (roles/a/tasks/main.yml, line 1 calls kubeadm join); no playbook here calls this role',
      ],
    ],
    [
      'the tasks of the role name another template, and not this one',
      {
        'roles/a/tasks/main.yml': '- command: kubeadm join\n- template: {src: x.sh, dest: /x.sh}\n',
        'roles/a/templates/x.sh': `${ASK}\n`,
        'roles/a/templates/y.sh': `${ASK}\n`,
      },
      [
        'roles/a/templates/x.sh:1 node: copied by roles/a/tasks/main.yml; line 1 calls kubeadm join',
        'roles/a/templates/y.sh:1 unknown<notice: no task here names this file of the role',
      ],
    ],
    [
      'the role runs an application of Compose',
      { ...JOINS, 'roles/a/tasks/main.yml': `- docker_compose: {project_src: /a}\n- command: ${ASK}\n` },
      [1, 2].map(
        (line) =>
          `roles/a/tasks/main.yml:${line} node<notice: the same Ansible project (roles/node/tasks/main.yml, line 1 calls kubeadm join); its role runs an application of Compose`,
      ),
    ],
    [
      'an application of Compose stands above it, and a cluster elsewhere',
      {
        'app/docker-compose.yml': 'services: {a: {image: a}}\n',
        'app/run.sh': `${ASK}\n`,
        'app/bin/run.sh': `${ASK}\n`,
        'other/run.sh': `${ASK}\n`,
        'k/pod.yaml': POD,
      },
      ['other/run.sh:1 unknown: '],
    ],
    [
      'an application of Compose and a cluster stand beside it',
      { 'app/docker-compose.yml': 'services: {a: {image: a}}\n', 'app/run.sh': `${ASK}\n`, 'app/pod.yaml': POD },
      ['app/run.sh:1 unknown: '],
    ],
    [
      'an application of Compose is all there is, and its host is reached by ssh',
      { 'app/docker-compose.yml': 'services: {a: {image: a}}\n', 'app/run.sh': `ssh x ${ASK}\n` },
      [],
    ],
    [
      'another machine is reached by ssh, and a cluster is elsewhere',
      { 'app/docker-compose.yml': 'services: {a: {image: a}}\n', 'app/run.sh': `ssh x ${ASK}\n`, 'k/pod.yaml': POD },
      ['app/run.sh:1 unknown: runs on another machine'],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('the engine that one file installs is there', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'for the handlers of its role, and not for those of another',
      {
        'roles/a/tasks/main.yml': '- command: kubeadm join\n- apt: {name: docker-ce}\n',
        'roles/a/handlers/main.yml': `- command: ${ASK}\n`,
        'roles/b/handlers/main.yml': `- command: ${ASK}\n`,
      },
      [
        'roles/a/handlers/main.yml:1 node [own]: the same Ansible project (roles/a/tasks/main.yml, line 1 calls kubeadm join)',
        'roles/a/tasks/main.yml:2 node [own]: line 1 calls kubeadm join',
        'roles/b/handlers/main.yml:1 node<warning: the same Ansible project (roles/a/tasks/main.yml, line 1 calls kubeadm join)',
      ],
    ],
    [
      'for the scripts of one Packer template',
      {
        'p.json': '{"builders": [], "provisioners": [{"type": "shell", "scripts": ["a.sh", "b.sh"]}]}',
        'a.sh': INSTALL,
        'b.sh': `kubeadm join\n${ASK}\n`,
        'c.sh': `${ASK}\n`,
      },
      [
        'a.sh:1 node [own]: called by p.json; calls b.sh (line 1 calls kubeadm join)',
        'b.sh:2 node [own]: line 1 calls kubeadm join',
        'c.sh:1 unknown: ',
      ],
    ],
    [
      'for the scripts of one resource of Terraform',
      {
        'main.tf': ['"a.sh", "b.sh"', '"c.sh"']
          .map(
            (scripts, i) =>
              `resource "aws_instance" "m${i}" {\n  provisioner "remote-exec" {\n    scripts = [${scripts}]\n  }\n}\n`,
          )
          .join(''),
        'a.sh': INSTALL,
        'b.sh': `${ASK}\n`,
        'c.sh': `${ASK}\n`,
      },
      ['a.sh:1 unknown [own]: ', 'b.sh:1 unknown [own]: ', 'c.sh:1 unknown: '],
    ],
    [
      'for the scripts that another one sends to the same machine, and not for those it runs itself',
      {
        'm.sh': 'ssh "$H" bash -s < a.sh\nssh "$H" bash -s < b.sh\n./c.sh\n',
        'a.sh': INSTALL,
        'b.sh': `${ASK}\n`,
        'c.sh': `${ASK}\n`,
      },
      ['a.sh:1 unknown [own]: ', 'b.sh:1 unknown [own]: ', 'c.sh:1 unknown: '],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('what calls or is called', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'a script that calls one that calls what makes a node',
      { 'm.sh': `./a.sh\n${ASK}\n`, 'a.sh': './b.sh\n', 'b.sh': 'kubeadm join\n' },
      ['m.sh:2 node: calls a.sh (line 1 calls kubeadm join)'],
    ],
    [
      'a script that calls one which only names a path of nodes',
      { 'm.sh': `./a.sh\n${ASK}\n`, 'a.sh': 'ls /etc/cni/net.d\n' },
      ['m.sh:2 unknown: '],
    ],
    [
      'a play on all hosts that includes what makes a node',
      {
        's.yml': `- hosts: all\n  tasks:\n  - include_tasks: t.yml\n  - command: ${ASK}\n`,
        't.yml': '- command: kubeadm join\n',
      },
      ['s.yml:4 node<warning: calls t.yml (line 1 calls kubeadm join)'],
    ],
    [
      'a play on some hosts that includes what makes a node',
      {
        's.yml': `- hosts: w\n  tasks:\n  - include_tasks: t.yml\n  - command: ${ASK}\n`,
        't.yml': '- command: kubeadm join\n',
      },
      ['s.yml:4 node: calls t.yml (line 1 calls kubeadm join)'],
    ],
    [
      'one target of make that calls what makes a node; another one is a developer’s',
      { Makefile: `a:\n\t./b.sh\n\t${ASK}\nb:\n\tdocker ps\n`, 'b.sh': 'kubeadm join\n' },
      ['Makefile:3 node: calls b.sh (line 1 calls kubeadm join)'],
    ],
    [
      'a machine that is sent what makes a node, and not the one that sends it',
      { 'm.sh': `ssh x bash -s < b.sh\nssh x ${ASK}\ndocker ps\n`, 'b.sh': 'kubeadm join\n' },
      ['m.sh:2 node: calls b.sh (line 1 calls kubeadm join)', 'm.sh:3 unknown: '],
    ],
    [
      'a script that is called a test, on a node',
      { 'n.sh': 'kubeadm join\n./test-a.sh\n', 'test-a.sh': `${ASK}\n` },
      ['test-a.sh:1 node: called by n.sh; line 1 calls kubeadm join'],
    ],
    [
      'a script in the image of a pod that starts it',
      {
        'pod.yaml': `${POD}spec: {containers: [{name: a, image: acme/x, command: [/a.sh]}]}\n`,
        'x/Dockerfile': 'FROM a\nCOPY a.sh /\n',
        'x/a.sh': `${ASK}\n`,
      },
      ['x/a.sh:1 workload: called by Pod a; kind Pod'],
    ],
    [
      'a script in the image of a pod with an engine of its own',
      {
        'pod.yaml': `${POD}spec: {containers: [{name: a, image: acme/x, command: [/a.sh]}, {name: d, image: "docker:dind"}]}\n`,
        'x/Dockerfile': 'FROM a\nCOPY a.sh /\n',
        'x/a.sh': `${ASK}\n`,
      },
      ['x/a.sh:1 image: copied by x/Dockerfile; built into a container image'],
    ],
    [
      'scripts that are numbered like one of a node, and not one beside them',
      { 's/01-a.sh': 'kubeadm join\n', 's/02-b.sh': `${ASK}\n`, 's/c.sh': `${ASK}\n` },
      [
        's/02-b.sh:1 node<warning: the scripts beside it set up nodes (s/01-a.sh, line 1 calls kubeadm join)',
        's/c.sh:1 unknown: ',
      ],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('a name', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'of another platform makes a guess quiet',
      { 'logs/aws-ecs/a.sh': `${ASK}\n` },
      ['logs/aws-ecs/a.sh:1 unknown<notice: named after a platform that is not Kubernetes'],
    ],
    [
      'of another platform says nothing against what a script does',
      { 'logs/aws-ecs/a.sh': `kubeadm join\n${ASK}\n` },
      ['logs/aws-ecs/a.sh:2 node: line 1 calls kubeadm join'],
    ],
    [
      'of a build gives way to what it calls',
      { 'build.sh': `./k.sh\n${ASK}\n`, 'k.sh': 'kubeadm join\n' },
      ['build.sh:2 node: calls k.sh (line 1 calls kubeadm join)'],
    ],
    ['of a folder of developers does not', { 'hack/x.sh': `../k.sh\n${ASK}\n`, 'k.sh': 'kubeadm join\n' }, []],
    [
      'of a Vagrantfile gives way to what its machines get',
      {
        Vagrantfile: `Vagrant.configure("2") do |c|\n c.vm.provision "shell", path: "k.sh"\n c.vm.provision "shell", inline: "${ASK}"\nend\n`,
        'k.sh': 'kubeadm join\n',
      },
      ['Vagrantfile:3 node: calls k.sh (line 1 calls kubeadm join)'],
    ],
    [
      'of dockerd’s settings in a ConfigMap that no pod mounts is for nodes',
      {
        'a.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  daemon.json: \'{"insecure-registries": ["a"]}\'\n',
      },
      ['a.yaml:5 node<warning: a file of nodes that no pod here mounts'],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('a document', () => {
  const CASC =
    'jenkins:\n  clouds:\n  - amazonEC2:\n      templates:\n      - initScript: |\n          #!/bin/bash\n          docker ps\n';

  it.each<readonly [string, string, Files, string]>([
    [
      'a script with which the agents of Jenkins start',
      'initScript in values.yaml',
      { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'values.yaml': CASC },
      'ci: a pipeline of continuous integration',
    ],
    [
      'a script of something else in values',
      'initScript in values.yaml',
      { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'values.yaml': CASC.replace('amazonEC2', 'pool') },
      'workload: belongs to a chart',
    ],
    [
      'tasks that manage the kubelet',
      'roles/a/tasks/main.yml',
      { 'roles/a/tasks/main.yml': '- service: {name: kubelet, state: started}\n' },
      'node: line 1 manages kubelet',
    ],
    [
      'tasks that install it',
      'roles/a/tasks/main.yml',
      { 'roles/a/tasks/main.yml': '- apt: {name: kubelet}\n' },
      'node: line 1 installs kubelet',
    ],
    [
      'a kubelet’s flags in a script',
      'a.sh',
      { 'a.sh': 'kubelet --network-plugin=cni\n' },
      'node: line 1 calls kubelet; line 1 passes --network-plugin to the kubelet',
    ],
  ])('is placed with its reasons: %s', (_, label, files, expected) => {
    expect(placesOf(files)[label]).toBe(expected);
  });
});
