/** Work on nodes that a command line names in the words of its tool: modules, functions, options of a disk, groups of machines. */
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/source.ts';
import { lintTexts } from '../support/in-memory.ts';

function loud(texts: Readonly<Record<string, string>>): readonly string[] {
  return lintTexts(texts)
    .findings.filter(({ severity }) => severity !== 'notice')
    .map(({ rule, span }) => `${rule}:${positionAt(span.source, span.start).line}`)
    .toSorted();
}

const ops = (line: string) => loud({ 'ops.sh': `#!/bin/bash\nkubectl cordon one\n${line}\n` });

describe('a module or a function is the command that it stands for', () => {
  it.each([
    ["ansible kube_node -m systemd -a 'name=docker state=restarted'", 'docker-service-unit'],
    ["ansible -i hosts kube_node -b -m ansible.builtin.service -a 'state=started name=docker'", 'docker-service-unit'],
    ["ansible kube_node -a 'docker system prune -af'", 'docker-cli-command'],
    ["ansible kube_node -m shell -a 'docker rm -f $(docker ps -aq)'", 'docker-cli-command'],
    ['ansible kube_node -m cron -a \'name=x job="docker system prune -af"\'', 'docker-cli-command'],
    ["salt -G 'roles:kubernetes-node' service.restart docker", 'docker-service-unit'],
    ["salt -t 60 'kube-worker-*' cmd.run 'docker system prune -af' runas=root", 'docker-cli-command'],
    ["salt -C 'G@roles:k8s-worker and not db*' docker.prune", 'docker-cli-command'],
    ["salt-ssh 'k8s-nodes' -r 'docker system prune -af'", 'docker-cli-command'],
  ])('%s', (line, rule) => {
    expect(ops(line)).toEqual([`${rule}:3`]);
  });

  it.each([
    "ansible kube_node -m systemd -a 'name=kubelet state=restarted'",
    "ansible builders -m systemd -a 'name=docker state=restarted'",
    "ansible kube_node -m systemd -a 'name=docker state=stopped'",
    "ansible kube_node -m user -a 'name=docker state=present'",
    "salt 'web*' service.restart docker",
    "salt 'k8s-nodes' service.restart kubelet",
    "salt 'k8s-nodes' state.apply docker",
    "salt -C '* and not k8s-nodes' service.restart docker",
    'salt-call service.restart docker',
  ])('is none, or none of a node: %s', (line) => {
    expect(ops(line)).toEqual([]);
  });
});

describe('machines that are told by the group, the file or the scope that chooses them', () => {
  const line = 'docker-cli-command:3';
  it.each([
    "clush -w @kubelets 'docker system prune -af'",
    "pdsh -g k8s-workers 'docker system prune -af'",
    "parallel-ssh -h etc/kube_nodes.txt -i 'docker system prune -af'",
    "clush -g prod-kube-node 'docker system prune -af'",
    "juju exec --application kubernetes-worker 'docker system prune -af'",
    "knife ssh 'roles:kube-node' 'docker system prune -af' -x ubuntu",
    "bolt command run 'docker system prune -af' --targets k8s_workers",
    "parallel --nonall -S k8s-workers 'docker system prune -af'",
    "az vmss run-command invoke -g MC_a_b_westeurope -n pool --scripts 'docker system prune -af'",
    "g=$(az aks show -g a -n b --query nodeResourceGroup -o tsv)\naz vmss run-command invoke -g $g -n p --scripts 'docker system prune -af'",
    'kubectl get nodes -o name | parallel "ssh core@{} \'docker system prune -af\'"',
    'kubectl get nodes -o name | xargs -I NODE ssh core@NODE docker system prune -af',
  ])('%s', (script) => {
    expect(ops(script).map((one) => one.replace(/:4$/, ':3'))).toEqual([line]);
  });

  it.each([
    "clush -w @compose 'docker system prune -af'",
    "pdsh -g haproxy-k8s 'docker system prune -af'",
    "parallel-ssh -h builders.txt -i 'docker system prune -af'",
    "juju exec --application gitlab-runner 'docker system prune -af'",
    "az vm run-command invoke -g builds -n agent --scripts 'docker system prune -af'",
    "ls *.tar | parallel 'docker load -i {}'",
  ])('says nothing of others: %s', (script) => {
    expect(ops(script)).toEqual([]);
  });
});

describe('the disk of a machine that is not running', () => {
  const disk = (options: string) => loud({ 'image.sh': `#!/bin/bash\nvirt-customize -a disk.qcow2 \\\n${options}\n` });

  it('is that of a node by what is installed there', () => {
    expect(disk("  --install kubelet,kubeadm \\\n  --firstboot-command 'docker pull app:1'")).toEqual([
      'node-local-image-build:4',
    ]);
    expect(disk("  --install=kubelet \\\n  --run-command 'systemctl enable docker'")).toEqual([
      'docker-service-unit:4',
    ]);
    expect(
      disk('  --install kubelet \\\n  --append-line "/etc/default/kubelet:KUBELET_EXTRA_ARGS=--network-plugin=cni"'),
    ).toEqual(['kubelet-dockershim-flag:4']);
    expect(
      loud({ 'image.sh': "#!/bin/bash\nguestfish -a d.img -i sh 'kubeadm init' : sh 'systemctl restart docker'\n" }),
    ).toEqual(['docker-service-unit:2']);
  });

  it('is any other, and not the machine that makes it', () => {
    expect(disk("  --install docker.io \\\n  --run-command 'docker pull app:1'")).toEqual([]);
    expect(disk('  --install kubelet\ndocker pull app:1\ndocker push app:1')).toEqual([]);
  });

  it.each(['systemd-nspawn -D /mnt', 'arch-chroot /mnt', 'chroot /mnt'])('is entered by %s', (wrapper) => {
    const script = `#!/bin/bash\n${wrapper} kubeadm config images pull\n${wrapper} kubelet --network-plugin=cni\n`;
    expect(loud({ 'image.sh': script })).toEqual(['kubelet-dockershim-flag:3']);
  });
});

describe('an element of diskimage-builder', () => {
  const script = '#!/bin/bash\nset -e\ndocker pull app:1\n';
  const element = (packages: string, phase = 'post-install.d') =>
    loud({ 'elements/a/package-installs.yaml': packages, [`elements/a/${phase}/70-images`]: script });

  it('is for nodes by its packages', () => {
    expect(element('containerd:\nkubelet:\n')).toEqual(['node-local-image-build:3']);
  });

  it('is for others, or runs outside of the image', () => {
    expect(element('containerd:\n')).toEqual([]);
    expect(element('kubelet: {uninstall: true}\n')).toEqual([]);
    expect(element('kubelet:\n', 'cleanup.d')).toEqual([]);
  });
});

describe('flags that wait in a variable, a list or a template', () => {
  it('of make are told where they are written, for the recipe that hands them on', () => {
    const flags = 'KUBELET_FLAGS := --v=2 \\\n  --cni-bin-dir=/opt/cni/bin\nKUBELET_FLAGS += --network-plugin=cni\n';
    const recipe = 'run:\n\tsudo kubelet $(KUBELET_FLAGS)\n\nimage:\n\tdocker build -t app .\n\tdocker push app\n';
    expect(loud({ Makefile: `${flags}${recipe}` })).toEqual(['kubelet-dockershim-flag:2', 'kubelet-dockershim-flag:3']);
    expect(loud({ Makefile: flags })).toEqual([]);
    expect(loud({ Makefile: `REMOVED_${flags.split('\n').at(-2)}\nrun:\n\tcheck $(REMOVED_KUBELET_FLAGS)\n` })).toEqual(
      [],
    );
  });

  it('of make are put behind what the variable holds', () => {
    const text = 'FLAGS := --v=2\nFLAGS += --network-plugin=cni --a=b:c\nrun:\n\tkubelet $(FLAGS)\n';
    expect(loud({ Makefile: text })).toEqual(['kubelet-dockershim-flag:4']);
  });

  it('of Terraform are joined', () => {
    const list = (flag: string) => `locals {\n  kubelet_args = join(" ", [\n    "--v=2",\n    "${flag}",\n  ])\n}\n`;
    expect(loud({ 'a.tf': list('--network-plugin=cni') })).toEqual(['kubelet-dockershim-flag:4']);
    expect(loud({ 'a.tf': list('--node-labels=a=b') })).toEqual([]);
  });

  it('of k3s stand in a cloud-config', () => {
    const config = (key: string, flag: string) => `#cloud-config\n${key}:\n  enabled: true\n  args:\n    - ${flag}\n`;
    expect(loud({ 'a.yaml': config('k3s-agent', '--docker') })).toEqual(['provisioner-docker-runtime:5']);
    expect(loud({ 'a.yaml': config('k3s', '--kubelet-arg=network-plugin=cni') })).toEqual([
      'kubelet-dockershim-flag:5',
    ]);
    expect(loud({ 'a.yaml': config('k3s', '--disable=traefik') })).toEqual([]);
  });

  it.each([
    "[concat('curl -sfL https://get.k3s.io | K3S_TOKEN=', parameters('t'), ' sh -s - agent --docker')]",
    "[format('curl -sfL https://get.k3s.io | K3S_TOKEN={0} sh -s - agent --docker', parameters('t'))]",
    'curl -sfL https://get.k3s.io | sh -s - agent --docker',
  ])('of a template of Azure are those of a command: %s', (command) => {
    const template = (text: string) =>
      `{"resources": [\n{"name": "a", "properties": {"commandToExecute":\n"${text}"}}]}\n`;
    expect(loud({ 'a.json': template(command) })).toEqual(['provisioner-docker-runtime:3']);
    expect(loud({ 'a.json': template(command.replace(' --docker', '')) })).toEqual([]);
  });

  it('of one machine of such a template say nothing of the others', () => {
    const machine = (name: string, text: string) =>
      `{"name": "${name}", "properties": {"commandToExecute":\n"${text}"}}`;
    const two = [machine('a', 'kubeadm join --config a.yaml'), machine('b', 'docker system prune -af')];
    expect(loud({ 'a.json': `{"resources": [\n${two.join(',\n')}]}\n` })).toEqual([]);
  });
});

describe('services that are supervised without systemd', () => {
  it.each([
    ['sv check docker || exit 1', 'kubelet'],
    ['sv up /var/service/docker/', 'kubelet'],
    ['s6-svwait -u /run/service/docker', 'kubelet'],
    ['s6-rc -u change docker', 'kubelet'],
    ['dinitctl start docker', 'kubelet'],
  ])('%s', (line) => {
    expect(loud({ 'etc/sv/kubelet/run': `#!/bin/sh\n${line}\nexec kubelet --config=/etc/k.yaml\n` })).toEqual([
      'docker-service-unit:2',
    ]);
  });

  it('stop what may be missing, and others', () => {
    const run = (line: string) => loud({ run: `#!/bin/sh\n${line}\nexec kubelet --config=/etc/k.yaml\n` });
    expect(run('sv stop docker')).toEqual([]);
    expect(run('sv check containerd || exit 1')).toEqual([]);
    expect(run('s6-svstat /run/service/docker')).toEqual([]);
  });

  it('are needed by a variable of OpenRC', () => {
    expect(loud({ 'etc/conf.d/kubelet': 'rc_need="net docker"\ncommand_args="--config=/etc/k.yaml"\n' })).toEqual([
      'docker-service-unit:1',
    ]);
    expect(loud({ 'etc/conf.d/kubelet': 'rc_need="net containerd"\n# docker\n' })).toEqual([]);
  });
});
