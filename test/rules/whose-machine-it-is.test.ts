/** Machines beside nodes, images of nodes, containers that become nodes, and what is written only where somebody asks for it. */
import { describe, expect, it } from 'vitest';
import { lintTexts, loud, summaries } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

function advice(line: string): string {
  const [found] = lintTexts({ 'node/setup.sh': `${NODE}${line}\n` }).findings;
  return found?.instead.replace(/ \(or: .*$/s, '') ?? '';
}

function onNode(lines: string): string[] {
  return loud({ 'node/setup.sh': `${NODE}${lines}\n` });
}

describe('a Vagrantfile that names its machines in variables', () => {
  const machines = (variable: string) => ({
    Vagrantfile: `Vagrant.configure("2") do |config|
  (1..count).each do |i|
    name = "a-#{i}"
    config.vm.define name do |one|
      one.vm.provision "shell", path: "join.sh"
    end
  end
  (1..others).each do |i|
    ${variable} = "b-#{i}"
    config.vm.define ${variable} do |other|
      other.vm.provision "shell", path: "engine.sh"
    end
  end
end
`,
    'join.sh': NODE,
    'engine.sh': 'yum install -y docker-ce\n',
  });

  it.each(['loadbalancer_name', 'registry', 'haproxy_host'])('knows by %s that the machine is no node', (variable) => {
    expect(loud(machines(variable))).toEqual([]);
  });

  it.each(['worker_name', 'host', 'nodename'])('takes the machine of %s for a node', (variable) => {
    expect(loud(machines(variable))).toEqual(['engine.sh:1:16 warning docker-engine-package "docker-ce"']);
  });
});

describe('a template of Packer', () => {
  const hcl = (image: string) => ({
    'a.pkr.hcl': `data "amazon-ami" "base" {
  filters = { name = "${image}" }
}
build {
  provisioner "shell" { inline = ["sudo yum install -y nvidia-docker2"] }
}
`,
  });

  it.each(['amazon-eks-node-1.33-*', 'amazon-eks-gpu-node-1.29-*', 'amazon-eks-node-al2023-x86_64-standard-1.33-*'])(
    'that starts from %s builds nodes',
    (image) => {
      expect(loud(hcl(image))).toEqual(['a.pkr.hcl:5:56 warning docker-engine-package "nvidia-docker2"']);
    },
  );

  it('in JSON does so too', () => {
    const json = JSON.stringify({
      builders: [{ type: 'amazon-ebs', source_ami_filter: { filters: { name: 'amazon-eks-node-1.33-v*' } } }],
      provisioners: [{ type: 'shell', inline: ['systemctl restart docker'] }],
    });
    expect(loud({ 'a.json': json })).toHaveLength(1);
  });

  it('that starts from a machine of ECS says nothing of nodes', () => {
    expect(loud(hcl('amzn2-ami-ecs-hvm-*'))).toEqual([]);
  });

  it('is what is meant: a workflow that reads the name is none', () => {
    const workflow = 'on: push\nenv:\n  IMAGE: amazon-eks-node-1.33-*\njobs:\n  a:\n    steps:\n    - run: docker ps\n';
    expect(loud({ '.github/workflows/a.yml': workflow })).toEqual([]);
  });
});

describe('options that a template hands on', () => {
  const unit = (before: string, value: string, after: string) => ({
    'templates/kubelet.erb': `[Service]\nExecStart=/usr/bin/kubelet --v=2 \\\n${before}\n --docker-endpoint=${value} \\\n${after}\n --fail=false\n`,
  });
  const severity = (files: Readonly<Record<string, string>>) =>
    lintTexts(files).findings.map((finding) => finding.severity);

  it.each([
    ['<% if @docker_endpoint -%>', '<%= @docker_endpoint %>', '<% end -%>'],
    ['<% if @docker_endpoint and @docker_endpoint != :undef -%>', '<%= @docker_endpoint %>', '<% end -%>'],
    [
      "<% unless [nil, :undef, ''].include?(scope['a::node::endpoint']) -%>",
      "<%= scope['a::node::endpoint'] %>",
      '<% end -%>',
    ],
    ['{% if endpoint is defined %}', '{{ endpoint }}', '{% endif %}'],
    ["{% if endpoint != '' %}", '{{ endpoint }}', '{% endif %}'],
  ])('under %s are no errors: nobody may fill them in', (before, value, after) => {
    expect(severity(unit(before, value, after))).toEqual(['warning']);
  });

  it.each([
    ['<% if @is_master -%>', '<%= @docker_endpoint %>', '<% end -%>'],
    ["<% if @zone == 'a' or @endpoint -%>", '<%= @endpoint %>', '<% end -%>'],
    ['<% if @a -%>\n<% end -%>', '<%= @a %>', ''],
    [' --fail=true \\', '<%= @docker_endpoint %>', ' --fail=true \\'],
    ['{% if endpoint %}\n{% else %}', '{{ endpoint }}', '{% endif %}'],
    ['<% unless @endpoint -%>', '<%= @endpoint %>', '<% end -%>'],
  ])('under %s are written', (before, value, after) => {
    expect(severity(unit(before, value, after))).toEqual(['error']);
  });
});

describe('a container that becomes a node', () => {
  it('leaves its machine with the Docker that runs it', () => {
    const script = 'docker exec one kubeadm init --config /k.yaml\ndocker exec one kubeadm reset -f\ndocker ps\n';
    expect(lintTexts({ 'hack/cluster.sh': script }).findings).toEqual([]);
    expect(loud({ 'node/cluster.sh': script })).toEqual([]);
  });

  it('is none where the machine itself joins', () => {
    expect(onNode('docker ps -q')).toEqual(['node/setup.sh:3:1 error docker-cli-command "docker"']);
  });
});

describe('what a script puts between set +e and set -e', () => {
  it('may fail', () => {
    expect(
      summaries(lintTexts({ 'node/setup.sh': `${NODE}set -e\nset +e\ndocker rm -f web\nset -e\n` }).findings),
    ).toEqual(['node/setup.sh:5:1 notice docker-cli-command "docker"']);
  });

  it('is told where its answer is asked for', () => {
    expect(onNode('set +e\ndocker rm -f web\n[ $? -eq 0 ] || exit 1\nset -e')).toHaveLength(1);
  });

  it('ends there', () => {
    expect(onNode('set +e\ntrue\nset -e\ndocker rm -f web')).toHaveLength(1);
    expect(onNode('set +e\ndocker rm -f web')).toHaveLength(1);
  });
});

describe('pulls and names in turn', () => {
  const pull = (name: string) =>
    `docker pull mirror.example.com/${name}\ndocker tag mirror.example.com/${name} k8s.gcr.io/${name}`;

  it('are one cause', () => {
    const found = onNode(['kube-proxy:v1', 'pause:3.1', 'etcd:3.4'].map(pull).join('\n'));
    expect(found).toEqual(['node/setup.sh:3:1 warning node-local-image-build "docker"']);
  });

  it('are several where something else comes between', () => {
    const found = onNode([pull('kube-proxy:v1'), 'kubeadm init', pull('pause:3.1'), pull('etcd:3.4')].join('\n'));
    expect(found).toHaveLength(3);
  });
});

describe('advice', () => {
  it.each(["paste -sd ' '", 'paste -sd " " -', "tr '\\n' ' '"])('leaves out %s in front of xargs', (join) => {
    expect(advice(`docker ps -aq | ${join} | xargs docker rm -f`)).toBe('`crictl ps -a -q | xargs crictl rm -f`');
  });

  it('does not take what cuts a list for what joins its lines', () => {
    expect(advice("docker ps -aq | tr -d 'a' | xargs docker rm -f")).not.toContain('`crictl ps -a -q |');
  });

  it('sends nobody to the kubelet for a container of a unit', () => {
    expect(advice('docker exec -i puppet.service puppet agent -t')).toMatch(/^Write nerdctl for docker/);
    expect(advice('docker exec -i puppet puppet agent -t')).toContain('crictl exec');
  });

  it('nor for one that the same file starts on a machine with an engine of its own', () => {
    const text =
      '#!/bin/sh\napt-get install -y docker.io\ncurl -sfL https://get.k3s.io | sh -\ndocker run -d --name web nginx\ndocker logs web\n';
    const told = lintTexts({ 'setup.sh': text }).findings.filter(({ rule }) => rule === 'docker-cli-command');
    expect(told.map(({ instead }) => instead).at(-1)).toMatch(/^Write nerdctl for docker/);
  });

  it('names no image without its tag', () => {
    const found = advice('if [ -n "$A" ]; then T=""; else T=":$T"; fi\ndocker push "registry.example.com/$N$T"');
    expect(found).not.toMatch(/:"?`/);
  });
});

describe('a unit that starts a container', () => {
  it('looks for its own container first: told at what starts it', () => {
    const unit = `[Service]
ExecStartPre=/bin/sh -c "docker ps -a | grep proxy && docker rm proxy || true"
ExecStart=/usr/bin/docker run --rm --name proxy squid
`;
    expect(
      loud({ 'node/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n', 'node/proxy.service': unit }),
    ).toEqual([expect.stringMatching(/^node\/proxy\.service:3:\d+ \w+ docker-cli-command/)]);
  });
});
