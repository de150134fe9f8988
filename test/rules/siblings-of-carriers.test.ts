/** The same settings and commands in forms that say them another way: added to lists, set by tools, left to defaults, run elsewhere. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, summaries } from '../support/in-memory.ts';

function found(files: Files): readonly string[] {
  return summaries(lintTexts(files).findings);
}

describe('flags of the kubelet', () => {
  it('are those of a file of K3s that adds to the list of another one', () => {
    const text = 'kubelet-arg+:\n  - container-runtime=remote\n';
    expect(found({ 'etc/rancher/k3s/config.yaml.d/20.yaml': text })).toEqual([
      'etc/rancher/k3s/config.yaml.d/20.yaml:2:5 error kubelet-container-runtime-flag "container-runtime=remote"',
    ]);
  });

  it('are those of the default of a variable that carries them, and not of what the variable is described as', () => {
    const text =
      'variable "kubelet_extra_args" {\n  description = "for instance --network-plugin=cni"\n  default = "--v=2 --container-runtime=remote"\n}\n';
    expect(found({ 'variables.tf': text })).toEqual([
      'variables.tf:3:20 error kubelet-container-runtime-flag "--container-runtime=remote"',
    ]);
  });

  it('are those of a parameter of CloudFormation', () => {
    const text = '[{"ParameterKey": "BootstrapArguments", "ParameterValue": "--container-runtime dockerd"}]\n';
    expect(found({ 'cfn/workers.json': text })).toEqual([
      'cfn/workers.json:1:60 warning provisioner-docker-runtime "--container-runtime"',
    ]);
  });

  it('are gone in a line that a task takes out', () => {
    const task = (state: string) =>
      `- lineinfile:\n    path: /etc/systemd/system/kubelet.service.d/10.conf\n    line: Environment="KUBELET_NETWORK_ARGS=--network-plugin=cni"\n    state: ${state}\n`;
    expect(found({ 'roles/node/tasks/main.yml': task('absent') })).toEqual([]);
    expect(found({ 'roles/node/tasks/main.yml': task('present') })).toEqual([
      'roles/node/tasks/main.yml:3:45 error kubelet-dockershim-flag "--network-plugin=cni"',
    ]);
  });
});

describe('values of charts that Skaffold deploys', () => {
  const skaffold = (release: string) =>
    `apiVersion: skaffold/v4beta11\nkind: Config\ndeploy:\n  helm:\n    releases:\n      - name: chaos-mesh\n        ${release}\n`;

  it.each([
    ['setValues: {chaosDaemon.runtime: docker}', '7:42'],
    ['overrides: {chaosDaemon: {runtime: docker}}', '7:44'],
  ])('are %s', (release, place) => {
    expect(found({ 'skaffold.yaml': skaffold(release) })).toEqual([
      `skaffold.yaml:${place} error chart-runtime-docker "docker"`,
    ]);
  });
});

describe('variables that kubectl gives to containers', () => {
  it('are those of a manifest', () => {
    const text = '#!/bin/sh\nkubectl set env daemonset/agent A=1 DOCKER_HOST=unix:///var/run/docker.sock\n';
    expect(found({ 'ops/agent.sh': text })).toEqual([
      'ops/agent.sh:2:49 error docker-socket-endpoint "unix:///var/run/docker.sock"',
    ]);
  });

  it('are nothing where they are taken away', () => {
    expect(found({ 'ops/agent.sh': '#!/bin/sh\nkubectl set env daemonset/agent DOCKER_HOST-\n' })).toEqual([]);
  });
});

describe('hooks of kOps', () => {
  const hook = (text: string) =>
    `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  hooks:\n    - name: a.service\n${text}`;

  it('do not start where they need a unit that is not there', () => {
    expect(found({ 'c.yaml': hook('      requires: [docker.service]\n') })).toEqual([
      'c.yaml:7:18 warning docker-service-unit "docker.service"',
    ]);
    expect(found({ 'c.yaml': hook('      before: [docker.service]\n') })).toEqual([
      'c.yaml:7:16 notice docker-service-unit "docker.service"',
    ]);
  });

  it('are units of which the head of the section is left out', () => {
    const text = '      manifest: |\n        Type=oneshot\n        ExecStart=/usr/bin/docker pull acme/base:1\n';
    expect(found({ 'c.yaml': hook(text) })).toEqual(['c.yaml:9:19 warning node-local-image-build "/usr/bin/docker"']);
  });
});

describe('commands of Terraform', () => {
  const provisioner = (kind: string) =>
    `resource "null_resource" "node" {\n  provisioner "remote-exec" {\n    inline = ["kubeadm join"]\n  }\n  provisioner "${kind}" {\n    command = "docker ps"\n  }\n}\n`;

  it('of local-exec run where Terraform runs', () => {
    expect(found({ 'a.tf': provisioner('local-exec') })).toEqual([]);
    expect(found({ 'a.tf': provisioner('remote-exec') })).toEqual(['a.tf:6:16 error docker-cli-command "docker"']);
  });

  it('of a component of EC2 Image Builder run on the machine whose image it makes', () => {
    const component = (name: string, commands: string) =>
      `resource "aws_imagebuilder_component" "${name}" {\n  data = yamlencode({ phases = [{ steps = [{ inputs = { commands = [${commands}] } }] }] })\n}\n`;
    const text =
      component('node', '"systemctl enable kubelet", "docker ps"') + component('ci', '"dnf install -y docker"');
    expect(found({ 'a.tf': text }).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['a.tf:2:98', 'error'],
      ['a.tf:5:85', 'notice'],
    ]);
  });

  it('that local-exec sends on by ssh run where they are sent', () => {
    const text = provisioner('local-exec').replace('docker ps', "ssh worker-1 'kubeadm join; docker ps'");
    expect(found({ 'a.tf': text })).toEqual(['a.tf:6:44 error docker-cli-command "docker"']);
  });
});

describe('an image that is pushed', () => {
  const script = (pull: string) =>
    `#!/bin/sh\ndocker push r.example/a:1\nfor n in $(kubectl get nodes -o name); do\n  ${pull}\ndone\n`;

  it('from one machine and pulled on another one is there for containers', () => {
    expect(found({ 'a.sh': script('ssh "$n" "docker pull r.example/a:1"') })).toEqual([
      'a.sh:4:13 warning node-local-image-build "docker"',
    ]);
  });
});

describe('subcommands of a script', () => {
  const script = (first: string, second: string) =>
    `#!/bin/sh\nsystemctl restart kubelet\ncase "$1" in\n  one) ${first} ;;\n  two) ${second} ;;\nesac\n`;

  it('are no choice of a runtime where they do other things', () => {
    expect(found({ 'node.sh': script('crictl ps', 'docker system df') })).toEqual([
      'node.sh:5:8 error docker-cli-command "docker"',
    ]);
  });

  it('may choose where they do the same', () => {
    expect(found({ 'node.sh': script('crictl ps', 'docker ps') })).toEqual([
      'node.sh:5:8 notice docker-cli-command "docker"',
    ]);
  });
});

describe('a script that is called a test', () => {
  it('is for nodes where a play of nodes has it run', () => {
    const files = {
      'cluster.yml': '- hosts: kube_node\n  roles: [check]\n',
      'roles/check/tasks/main.yml':
        '- copy: {src: test_node.sh, dest: /opt/test_node.sh}\n- cron: {name: a, job: /opt/test_node.sh}\n',
      'roles/check/files/test_node.sh': '#!/bin/sh\ndocker inspect k8s_kube-proxy\ndocker network inspect bridge\n',
    };
    expect(found(files).map((line) => line.split(' ')[1])).toEqual(['warning', 'warning']);
  });
});

describe('an agent that a Compose application mounts', () => {
  const agent = { 'deploy/vector.yaml': 'sources:\n  a:\n    type: docker_logs\n' };
  const services =
    'services:\n  agent:\n    image: timberio/vector\n    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]\n';

  it('is for that, whatever its file is called', () => {
    const mounted = services.replace('volumes: [', 'volumes:\n      - ./vector.yaml:/etc/vector.yaml\n    x: [');
    expect(found({ ...agent, 'deploy/stack.yml': mounted })).toEqual([]);
  });

  it('is not where the services are those of a pipeline', () => {
    const pipeline = { 'deploy/pipe.yml': `steps: []\n${services}` };
    expect(found({ ...agent, ...pipeline }).map((line) => line.split(' ')[1])).toContain('warning');
  });
});

describe('what a script writes', () => {
  const script = (test: string) =>
    `#!/bin/sh\nkubeadm join\nif ${test}; then\n  cat > /etc/default/kubelet <<EOF\nKUBELET_EXTRA_ARGS=--network-plugin=cni\nEOF\nfi\n`;

  it('is written under the condition around it', () => {
    expect(found({ 'a.sh': script('[ "$CONTAINER_RUNTIME" = docker ]') })).toEqual([
      'a.sh:5:20 notice kubelet-dockershim-flag "--network-plugin=cni"',
    ]);
    expect(found({ 'a.sh': script('[ -d /etc/default ]') })).toEqual([
      'a.sh:5:20 error kubelet-dockershim-flag "--network-plugin=cni"',
    ]);
  });

  it('is never written behind a condition that never holds', () => {
    expect(found({ 'a.sh': script('false') })).toEqual([]);
  });
});

describe('a command that hands options on to the kubelet', () => {
  it('is read, whatever it is called', () => {
    const text =
      '#!/bin/bash\nbash /var/run/oke-init.sh --kubelet-extra-args "--max-pods=9 --non-masquerade-cidr=0.0.0.0/0"\n';
    expect(found({ 'pool/cloud-init.sh': text })).toEqual([
      'pool/cloud-init.sh:2:62 error kubelet-dockershim-flag "--non-masquerade-cidr=0.0.0.0/0"',
    ]);
  });

  it('is a class of Puppet whose variables stand in Hiera', () => {
    const text = "kubernetes::kubelet_extra_arguments:\n  - 'max-pods: 9'\n  - 'network-plugin: cni'\n";
    expect(found({ 'data/worker.yaml': text })).toEqual([
      'data/worker.yaml:3:6 error kubelet-dockershim-flag "network-plugin: cni"',
    ]);
  });

  it('is a patch of a ClusterClass', () => {
    const text =
      'apiVersion: cluster.x-k8s.io/v1beta1\nkind: ClusterClass\nmetadata: {name: a}\nspec:\n  patches:\n    - definitions:\n        - jsonPatches:\n            - op: add\n              path: /spec/joinConfiguration/nodeRegistration/kubeletExtraArgs\n              value: {cni-conf-dir: /etc/cni}\n';
    expect(found({ 'c.yaml': text })).toEqual(['c.yaml:10:23 error kubelet-dockershim-flag "cni-conf-dir"']);
  });
});

describe('a job of cron that Salt makes', () => {
  it('is a command of its machine', () => {
    const text =
      'kubelet:\n  service.running: []\nspace:\n  cron.present:\n    - name: docker container prune -f\n    - minute: 1\n';
    expect(found({ 'salt/node.sls': text })).toEqual(['salt/node.sls:5:13 error docker-cli-command "docker"']);
  });
});

describe('steps of a pipeline that run as pods', () => {
  it('mount what the node has', () => {
    const buildkite =
      'steps:\n  - plugins:\n      - kubernetes:\n          podSpec:\n            containers:\n              - {name: a, image: a/b, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}\n            volumes:\n              - {name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}\n';
    expect(found({ '.buildkite/pipeline.yml': buildkite })).toEqual([
      '.buildkite/pipeline.yml:8:44 error docker-socket-mount "/var/run/docker.sock"',
    ]);
    const drone = (type: string) =>
      `kind: pipeline\ntype: ${type}\nvolumes:\n  - {name: s, host: {path: /var/run/docker.sock}}\n`;
    expect(found({ '.drone.yml': drone('docker') })).toEqual([]);
    expect(found({ '.drone.yml': drone('kubernetes') })).toEqual([
      '.drone.yml:4:28 error docker-socket-mount "/var/run/docker.sock"',
    ]);
  });

  it('run what the node has no client and no engine for', () => {
    const drone = (type: string, more = '') =>
      `kind: pipeline\ntype: ${type}\nsteps:\n  - name: a\n    image: docker:cli\n    volumes: [{name: s, path: /var/run}]\n    commands:\n      - docker ps -a\n${more}`;
    const host = 'volumes:\n  - {name: s, host: {path: /var/run}}\n';
    const inside =
      'services:\n  - {name: d, image: "docker:dind", privileged: true, volumes: [{name: s, path: /var/run}]}\nvolumes:\n  - {name: s, temp: {}}\n';
    expect(found({ '.drone.yml': drone('kubernetes', host) })).toEqual([
      '.drone.yml:8:9 error docker-cli-command "docker"',
    ]);
    expect(found({ '.drone.yml': drone('kubernetes', inside) })).toEqual([]);
    expect(found({ '.drone.yml': drone('docker', host) })).toEqual([]);
  });

  it('are the jobs of Prow, whatever the folder and the jobs are called', () => {
    const job = (volume: string) =>
      `    - name: e2e-kind\n      spec:\n        containers:\n          - {image: a/b, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}\n        volumes:\n          - {name: s, ${volume}}\n`;
    const mount = 'hostPath: {path: /var/run/docker.sock}';
    const file = (start: string, volume = mount) => `${start}\n${job(volume)}`;
    for (const path of ['prow/a.yaml', 'ci/jobs.yaml', '.prow.yaml', 'config/jobs/a.yaml'])
      expect(found({ [path]: file('presubmits:\n  acme/app:') })).toEqual([
        `${path}:8:40 error docker-socket-mount "/var/run/docker.sock"`,
      ]);
    expect(found({ 'prow/a.yaml': file('periodics:') })).toHaveLength(1);
    expect(found({ 'prow/a.yaml': file('postsubmits:', 'emptyDir: {}') })).toEqual([]);
    expect(found({ 'prow/a.yaml': 'presubmits:\n  - name: a\n    run: docker ps\n' })).toEqual([]);
  });
});

describe('a policy that takes a mount of docker.sock away', () => {
  it('names what it looks for', () => {
    const text =
      'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: a}\nspec:\n  rules:\n    - name: a\n      mutate:\n        foreach:\n          - preconditions:\n              all: [{key: "{{ element.hostPath.path }}", operator: Equals, value: /var/run/docker.sock}]\n';
    expect(found({ 'p.yaml': text })).toEqual([]);
  });
});

describe('a test for containers', () => {
  it('finds those of pods by another mark', () => {
    const script = (words: string) => ({
      Dockerfile: 'FROM a\nCOPY a.sh /\nCMD /a.sh\n',
      'a.sh': `#!/bin/sh\ngrep -qE '${words}' /proc/1/cgroup && exit\n`,
    });
    expect(found(script('docker|kubepods'))).toEqual([]);
    expect(found(script('docker'))).toHaveLength(1);
  });
});

describe('what leaves a swarm', () => {
  it('is no engine that a machine is given', () => {
    const text = '#!/bin/sh\nkubeadm join\nsystemctl restart docker\ndocker swarm leave --force\n';
    expect(found({ 'a.sh': text })[0]).toBe('a.sh:3:1 warning docker-service-unit "systemctl"');
  });
});

describe('blocks that Terraform repeats', () => {
  const pod = (
    list: string,
    mounted: string,
    volume = 'volume.value',
    name = 'volume.key',
  ) => `resource "kubernetes_pod_v1" "a" {
  spec {
    container {
      image = "acme/a:1"
      volume_mount {
        name       = ${mounted}
        mount_path = "/s"
      }
    }
    dynamic "volume" {
      for_each = ${list}
      content {
        name = ${name}
        host_path { path = ${volume} }
      }
    }
  }
}
`;
  const paths = (value: string) => `locals {\n  paths = ${value}\n}\n`;
  const MAP = '{ proc = "/proc", engine = "/var/run/docker.sock" }';
  const SOCKET = '"/var/run/docker.sock"';
  const LIST = 'local.paths';

  it.each([
    [paths(MAP) + pod(LIST, '"engine"'), 2],
    [paths(`toset(["/proc", ${SOCKET}])`) + pod(LIST, SOCKET), 2],
    [paths(`[{ n = "s", at = ${SOCKET} }]`) + pod(LIST, '"s"', 'volume.value.at', 'volume.value["n"]'), 2],
    [pod(`[${SOCKET}]\n      iterator = one`, '"s"', 'one.value', '"s"'), 11],
    [`variable "paths" {\n  default = ${MAP}\n}\n${pod('var.paths', '"engine"', '"${volume.value}"')}`, 2],
    [`${paths('["a"]')}locals {\n  sock = ${SOCKET}\n}\n${pod(LIST, '"a"', 'local.sock')}`, 5],
  ])('mount what the list says that stands in the file: %#', (text, line) => {
    const told = found({ 'a.tf': text }).map((one) => one.replace(/:\d+ /, ' '));
    expect(told).toEqual([`a.tf:${line} error docker-socket-mount ${JSON.stringify('/var/run/docker.sock')}`]);
  });

  it('repeat what mounts it as well', () => {
    const text = `${paths(MAP)}${pod(LIST, 'volume_mount.key')
      .replace('      volume_mount {', `      dynamic "volume_mount" {\n      for_each = ${LIST}\n      content {`)
      .replace('"/s"\n      }', '"/host${volume_mount.value}"\n      }\n      }')}`;
    expect(found({ 'a.tf': text })).toHaveLength(1);
    expect(found({ 'a.tf': text })[0]).toContain('error docker-socket-mount');
  });

  it.each([
    paths('{ proc = "/proc", log = "/var/log" }') + pod(LIST, '"log"'),
    paths('{}') + pod(LIST, '"engine"'),
    pod('local.elsewhere', '"engine"'),
    `locals {\n  a = [local.b, local.b]\n  b = [local.a, local.a]\n  paths = local.a\n}\n${pod(LIST, '"a"')}`,
  ])('and nothing where it has no path of Docker, or is not known: %#', (text) => {
    expect(found({ 'a.tf': text })).toEqual([]);
  });
});
