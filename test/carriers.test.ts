/** The same objects, flags and commands in the many files that carry them: the finding stands on the line that a person edits. */
import { describe, expect, test } from 'vitest';
import { type Files, lintTexts, summaries } from './support/in-memory.ts';

function found(files: Files): string[] {
  return summaries(lintTexts(files).findings);
}

const POD_YAML = `apiVersion: v1
kind: Pod
spec:
  containers:
    - {name: agent, image: acme/agent:1, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}
  volumes:
    - name: s
      hostPath: {path: /run/docker.sock, type: Socket}
`;

describe('pods of Jenkins pipelines', () => {
  test.each(['Jenkinsfile', 'ci/Jenkinsfile.release', 'vars/agent.groovy'])('in %s are pods of the cluster', (path) => {
    expect(found({ [path]: `def agent = """\n${POD_YAML}"""\npodTemplate(yaml: agent) { }\n` })).toEqual([
      `${path}:9:24 error docker-socket-mount "/run/docker.sock"`,
    ]);
  });
});

describe('Kubernetes objects in Terraform', () => {
  test('a manifest as text', () => {
    const text = `resource "kubectl_manifest" "agent" {\n  yaml_body = <<-YAML\n${POD_YAML.replace(/^/gm, '    ').trimEnd()}\n  YAML\n}\n`;
    expect(found({ 'agent.tf': text })).toEqual(['agent.tf:10:28 error docker-socket-mount "/run/docker.sock"']);
  });

  test('a manifest as an object, wherever it stands', () => {
    const text = `locals {
  agents = [
    for name in ["a"] : name
  ]
  pod = merge({}, {
    apiVersion = "v1", kind = "Pod"
    spec = {
      containers = [{ name = "agent", image = "acme/agent:\${var.tag}", volumeMounts = [{ name = "s", mountPath = "/s" }] }]
      volumes    = [{ name = "s", hostPath = { path = "/run/docker.sock", type = "Socket" } }] # docker.sock
    }
  })
}
`;
    expect(found({ 'agent.tf': text })).toEqual(['agent.tf:9:56 error docker-socket-mount "/run/docker.sock"']);
  });

  test('a pod that a module is handed, in its own names or those of the API', () => {
    const pod = (path: string) => `locals {
  parameters = {
    name       = "agent"
    containers = [{ name = "agent", image = var.image, args = ["--probe.docker=true"], volume_mounts = [{ name = "s", mount_path = "/s" }] }]
    volumes = concat([
      { name = "s", ${path} = { path = "/var/run/docker.sock", type = "Socket" } },
    ], var.volumes)
  }
}
`;
    for (const key of ['host_path', 'hostPath'])
      expect(found({ 'agent.tf': pod(key) }).map((line) => line.replace(/:\d+ /, ' '))).toEqual([
        'agent.tf:6 error docker-socket-mount "/var/run/docker.sock"',
      ]);
  });

  test('a pod that a module is handed, with an engine of its own', () => {
    const text = `module "a" {
  parameters = {
    containers = [{ name = "engine", image = "docker:dind", command = ["dockerd"], volume_mounts = [{ name = "s", mount_path = "/run" }] }]
    volumes    = [{ name = "s", host_path = { path = "/var/lib/docker" } }]
  }
}
`;
    expect(found({ 'agent.tf': text })).toEqual([]);
  });

  test('a resource of the Kubernetes provider, volumes of dynamic blocks included', () => {
    const text = `resource "kubernetes_daemon_set_v1" "agent" {
  spec {
    template {
      spec {
        container {
          name  = "agent"
          image = "acme/agent:1"
          volume_mount {
            name       = "engine"
            mount_path = "/var/run/docker.sock"
          }
          command = ["sh", "-c", "docker ps"]
        }
        dynamic "volume" {
          for_each = var.volumes
          content {
            name = "engine"
            host_path {
              path = "/var/run/docker.sock"
              type = "Socket"
            }
          }
        }
        volume {
          name = "logs"
          host_path {
            path = "/var/log/pods"
          }
        }
      }
    }
  }
}
`;
    expect(found({ 'agent.tf': text })).toEqual([
      'agent.tf:12:35 error docker-cli-command "docker"',
      'agent.tf:19:23 error docker-socket-mount "/var/run/docker.sock"',
    ]);
  });

  test.each([
    ['set {\n    name  = "chaosDaemon.runtime"\n    value = "docker"\n  }', 5],
    ['set = [\n    { name = "chaosDaemon.runtime", value = "docker" },\n  ]', 4],
    ['values = [yamlencode({\n    chaosDaemon = { runtime = "docker" }\n  })]', 4],
    ['values = [<<-EOT\n    chaosDaemon:\n      runtime: docker\n  EOT\n  ]', 5],
  ])('values of a release: %s', (block, line) => {
    const text = `resource "helm_release" "chaos" {\n  chart = "chaos-mesh"\n  ${block}\n}\n`;
    expect(found({ 'chaos.tf': text }).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      expect.stringMatching(new RegExp(`^chaos\\.tf:${line}:\\d+ (?:error|warning) chart-runtime-docker$`)),
    ]);
  });

  test('flags of the kubelet in inputs of modules', () => {
    const text = `module "nodes" {
  source             = "./nodes"
  kubelet_extra_args = "--network-plugin=cni --max-pods=110"
  worker_groups = [{
    kubelet_args = ["cni-conf-dir=/etc/cni/net.d"]
  }]
  description = "--network-plugin=cni was a flag of the kubelet"
}
`;
    expect(found({ 'nodes.tf': text })).toEqual([
      'nodes.tf:3:25 error kubelet-dockershim-flag "--network-plugin=cni"',
      'nodes.tf:5:22 error kubelet-dockershim-flag "cni-conf-dir=/etc/cni/net.d"',
    ]);
  });

  test('arguments of bootstrap.sh, and what runs before it', () => {
    const text = `module "eks" {
  self_managed_node_groups = {
    a = {
      bootstrap_extra_args       = "--container-runtime dockerd --kubelet-extra-args '--network-plugin=cni'"
      post_bootstrap_user_data   = "systemctl restart docker"
    }
  }
}
module "builder" {
  user_data = "docker pull acme/builder"
}
`;
    expect(found({ 'main.tf': text })).toEqual([
      'main.tf:4:37 error provisioner-docker-runtime "--container-runtime"',
      'main.tf:4:87 error kubelet-dockershim-flag "--network-plugin=cni"',
      'main.tf:5:37 warning docker-service-unit "systemctl"',
      'main.tf:10:16 notice node-local-image-build "docker"',
    ]);
  });
});

describe('flags of the kubelet, whoever carries them', () => {
  const FLAG = 'kubelet-dockershim-flag';
  test.each([
    ['a command line', 'node.sh', '#!/bin/sh\nkubelet --v=2 --network-plugin=cni\n', 2],
    ['a variable', 'node.sh', '#!/bin/sh\nKUBELET_EXTRA_ARGS="--v=2 --network-plugin=cni"\n', 2],
    ['a list of words', 'node.yaml', 'command:\n- /usr/bin/kubelet\n- --v=2\n- --network-plugin\n- cni\n', 4],
    ['a list in JSON', 'node.json', '{"exec": ["/opt/kubelet",\n  "--network-plugin=cni"]}\n', 2],
    ['a map', 'group_vars/all.yml', 'kubelet_extra_args:\n  network-plugin: cni\n', 2],
    ['a map with underscores', 'group_vars/all.yml', 'kubelet_args:\n  network_plugin: cni\n', 2],
    ['a list without dashes', 'config.yaml', 'kubelet-arg:\n- v=2\n- network-plugin=cni\n', 3],
    ['a text with quotes', 'vars/nodes.yml', `kubelet_custom_flags: "--v=2 --network-plugin='cni'"\n`, 1],
    [
      'an option of a script',
      'node.sh',
      "#!/bin/sh\n/etc/eks/bootstrap.sh a --kubelet-extra-args '--network-plugin=cni'\n",
      2,
    ],
    [
      'an option of a script in a list',
      'node.sh',
      '#!/bin/sh\nexec bootstrap.sh a --kubelet-extra-args "--v=2 --network-plugin=cni"\n',
      2,
    ],
    [
      'an installer from the web',
      'node.sh',
      '#!/bin/sh\ncurl -sfL https://get.k3s.io | sudo sh -s - agent --kubelet-arg network-plugin=cni\n',
      2,
    ],
    [
      'the variable of an installer',
      'node.sh',
      "#!/bin/sh\nexport INSTALL_K3S_EXEC='server --kubelet-arg=network-plugin=cni'\n",
      2,
    ],
    [
      'the variable of an installer in Ansible',
      'roles/k3s/tasks/main.yml',
      '- name: install\n  shell: ./k3s.sh\n  environment:\n    INSTALL_K3S_EXEC: server --kubelet-arg=network-plugin=cni\n',
      4,
    ],
    [
      'a unit with continued lines',
      'kubelet.service',
      '[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2 \\\n  --network-plugin=cni\n',
      4,
    ],
    ['an environment file', 'etc/default/kubelet', 'KUBELET_EXTRA_ARGS="--v=2 --network-plugin=cni"\n', 1],
    [
      'a container of the kubelet',
      'kubelet.service',
      '[Service]\nExecStart=/usr/bin/docker run --rm --name kubelet -v /:/rootfs ${IMAGE} \\\n  --network-plugin=cni\n',
      3,
    ],
    ['a hyperkube', 'node.sh', '#!/bin/sh\ndocker run -d acme/hyperkube:v1.18 kubelet --network-plugin=cni\n', 2],
    ['minikube', 'dev.sh', '#!/bin/sh\nminikube start --extra-config=kubelet.network-plugin=cni\n', 2],
  ])('%s', (_, path, text, line) => {
    expect(found({ [path]: text }).filter((one) => one.includes(FLAG))).toEqual([
      expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}:${line}:\\d+ error ${FLAG} `)),
    ]);
  });

  test.each([
    [
      'another program in a container',
      'node.sh',
      '#!/bin/sh\ndocker run --name proxy acme/proxy --network-plugin=cni\n',
    ],
    ['cri-dockerd', 'node.sh', '#!/bin/sh\nCRI_DOCKERD_OPTS="--network-plugin=cni"\nkubeadm join a\n'],
    [
      'a kubelet that is only mounted',
      'node.sh',
      '#!/bin/sh\ndocker run -v /usr/bin/kubelet:/k acme/app --network-plugin=cni\n',
    ],
    ['a flag that stays', 'node.sh', '#!/bin/sh\ncurl -sfL https://get.k3s.io | sh -s - --kubelet-arg=max-pods=50\n'],
    ['prose', 'notes.yaml', 'description: kubelet --network-plugin=cni was removed\n'],
  ])('not for %s', (_, path, text) => {
    expect(found({ [path]: text }).filter((one) => one.includes(FLAG))).toEqual([]);
  });

  test('an installer from the web is told to use Docker', () => {
    const script =
      '#!/bin/sh\ncurl -sfL https://get.k3s.io | K3S_TOKEN=a sh -s - server --docker\ncurl https://acme.com/a.sh | sh -s - --docker\n';
    expect(found({ 'node.sh': script })).toEqual([
      expect.stringMatching(/^node\.sh:2:\d+ warning provisioner-docker-runtime "--docker"$/),
    ]);
  });
});

describe('values of charts on command lines', () => {
  const RULE = 'chart-runtime-docker "docker"';
  test.each([
    ['deploy.sh', 'helm upgrade -i chaos chaos-mesh/chaos-mesh --set chaosDaemon.runtime=docker\n', 1],
    ['deploy.sh', 'helm install chaos x --set-string=a.b=c,chaosDaemon.runtime=docker\n', 1],
    ['Makefile', 'deploy:\n\thelm upgrade chaos x \\\n\t  --set chaosDaemon.runtime=docker\n', 3],
    ['Jenkinsfile', "sh '''\nhelm upgrade chaos x --set chaosDaemon.runtime=docker\n'''\n", 2],
    [
      '.github/workflows/deploy.yml',
      'jobs:\n  a:\n    steps:\n    - run: helm upgrade chaos x --set chaosDaemon.runtime=docker\n',
      4,
    ],
    ['deploy.sh', 'helm upgrade chaos x -f - <<EOF\nchaosDaemon:\n  runtime: docker\nEOF\n', 3],
    ['deploy.sh', `helm upgrade chaos x --set-json 'a={"chaosDaemon": {"runtime": "docker"}}'\n`, 1],
  ])('%s: %s', (path, text, line) => {
    expect(found({ [path]: text })).toEqual([
      expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}:${line}:\\d+ error ${RULE}`)),
    ]);
  });

  test('a chart that no table knows, by the name of its value', () => {
    expect(found({ 'deploy.sh': 'helm install a b --set agent.containerRuntime=docker,image=docker.io/a\n' })).toEqual([
      'deploy.sh:1:47 warning chart-runtime-docker "docker"',
    ]);
  });

  test('nothing where the pipeline makes a cluster of its own, or only the repository is called docker', () => {
    expect(
      found({
        '.github/workflows/e2e.yml':
          'jobs:\n  a:\n    steps:\n    - run: |\n        kind create cluster\n        helm install chaos x --set chaosDaemon.runtime=docker\n',
        'deploy.sh': 'helm repo add docker https://acme.com\nhelm install a docker/a --set image=docker\n',
      }),
    ).toEqual([]);
  });
});

test('literals of a kustomization are variables of pods', () => {
  const text =
    'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nsecretGenerator:\n- name: a\n  literals:\n  - A=b\n  - \'DOCKER_HOST="unix:///var/run/docker.sock"\'\n';
  expect(found({ 'kustomization.yaml': text })).toEqual([
    'kustomization.yaml:7:19 error docker-socket-endpoint "unix:///var/run/docker.sock"',
  ]);
});

describe('tasks of Ansible', () => {
  const NODE = '- apt: {name: kubelet}\n';
  const tasks = (text: string) => found({ 'roles/node/tasks/main.yml': NODE + text });

  test('objects that a task hands to the cluster', () => {
    const pod = POD_YAML.replace(/^/gm, '      ').trimEnd();
    expect(tasks(`- k8s:\n    definition:\n${pod}\n`)).toEqual([
      'roles/node/tasks/main.yml:11:30 error docker-socket-mount "/run/docker.sock"',
    ]);
    expect(tasks(`- kubernetes.core.k8s:\n    definition: |\n${pod}\n`)).toEqual([
      'roles/node/tasks/main.yml:11:30 error docker-socket-mount "/run/docker.sock"',
    ]);
    expect(tasks(`- k8s:\n    state: absent\n    definition:\n${pod}\n`)).toEqual([]);
  });

  test('values of a chart', () => {
    const text = '- kubernetes.core.helm:\n    name: a\n    values:\n      chaosDaemon: {runtime: docker}\n';
    expect(tasks(text)).toEqual(['roles/node/tasks/main.yml:5:30 error chart-runtime-docker "docker"']);
  });

  test.each([
    ['- docker_image: name=acme/a:1\n', 'error node-local-image-build "docker_image"'],
    [
      '- community.docker.docker_image_pull:\n    name: acme/a:1\n',
      'error node-local-image-build "community.docker.docker_image_pull"',
    ],
    ['- docker_container:\n    name: etcd\n    image: acme/etcd:1\n', 'warning docker-cli-command "docker_container"'],
    [
      '- docker_container_exec:\n    container: k8s_etcd\n    command: etcdctl get a\n',
      'error docker-cli-command "docker_container_exec"',
    ],
    [
      '- cron: {name: a, job: "/usr/bin/docker image prune -f", state: present}\n',
      'error docker-cli-command "/usr/bin/docker"',
    ],
    ['- cron: name=a job="docker system prune -f"\n', 'error docker-cli-command "docker"'],
  ])('%s', (text, expected) => {
    expect(
      tasks(text).map((one) => one.replace(/^\S+ /, '').replace('warning node-local', 'error node-local')),
    ).toEqual([expected]);
  });

  test.each([
    '- docker_image: {name: a, source: build, push: true}\n',
    '- docker_image: {name: a, state: absent}\n',
    '- docker_container: {name: a, state: absent}\n',
    '- docker_image: {name: a, source: pull}\n  delegate_to: localhost\n',
    '- cron: {name: a, job: "docker system prune -f", state: absent}\n',
  ])('nothing for %s', (text) => {
    expect(tasks(text)).toEqual([]);
  });
});
