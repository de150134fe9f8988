/** What a person mends in one go is one finding, which shows its other lines. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const lineIn = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** `PATH:LINE severity rule`, and the lines shown with it. */
function told(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ severity, rule, span, related }) => {
    const { path, text } = span.source;
    const shown = related.map((one) => lineIn(one.span.source.text, one.span.start));
    const others = shown.length > 0 ? ` with ${shown.join()}` : '';
    return `${path}:${lineIn(text, span.start)} ${severity} ${rule}${others}`;
  });
}

const NODE = '#!/bin/bash\nsystemctl enable kubelet\n';

describe('an install of Docker Engine', () => {
  it('is shown with its unit, and with what the engine runs', () => {
    const script = `${NODE}yum install -y docker-ce\nsystemctl enable docker\nsystemctl start docker\ndocker run -d acme/proxy\n`;
    expect(told({ 'node.sh': script })).toEqual([
      'node.sh:3 warning docker-engine-package with 4,5,6',
      'node.sh:4 notice docker-service-unit with 5',
      'node.sh:6 notice docker-cli-command',
    ]);
  });

  it('leaves a unit alone that stands under a condition', () => {
    const script = `${NODE}yum install -y docker-ce\nif [ "$RUNTIME" = docker ]; then\n  systemctl enable docker\nfi\n`;
    expect(told({ 'node.sh': script })[0]).toBe('node.sh:3 warning docker-engine-package');
  });

  it.each([
    ['removed again', 'apt-get purge -y docker.io\n', 'notice'],
    ['masked', 'systemctl mask docker\n', 'notice'],
    ['only stopped', 'systemctl stop docker\n', 'warning'],
    ['removed by another function', '}\nremove() {\n  apt-get purge -y docker.io\n', 'warning'],
  ])('that is %s', (_name, lines, severity) => {
    const script = `${NODE}setup() {\n  apt-get install -y docker.io\n  kubeadm init\n${lines}}\n`;
    const [found] = told({ 'node.sh': script });
    expect(found).toContain(`node.sh:4 ${severity} docker-engine-package`);
  });
});

describe('a list of packages', () => {
  const list = (other: string) => `packages:\n  install:\n    - docker.io\n    - ${other}\n`;

  it('has Docker Engine beside the kubelet, and a registry beside others', () => {
    expect(told({ 'image.yml': list('kubelet') })).toEqual(['image.yml:3 warning docker-engine-package']);
    expect(told({ 'image.yml': list('quay.io') })).toEqual([]);
  });
});

describe('containers that are stopped and then removed', () => {
  const clear = (between: string) => `${NODE}docker ps -q | xargs docker stop\n${between}docker rm $(docker ps -aq)\n`;

  it('are one finding with advice for both lines', () => {
    const files = { 'node.sh': clear('') };
    expect(told(files)).toEqual(['node.sh:3 error docker-cli-command with 4']);
    expect(lintTexts(files).findings[0]?.instead).toMatch(/crictl stop .*; `crictl rm /s);
  });

  it('are two where something stands between them', () => {
    expect(told({ 'node.sh': clear('rm -rf /data\n\n') })).toHaveLength(2);
  });
});

describe('a unit of Docker', () => {
  it('that a script writes is told there, and not at the dockerd in it', () => {
    const script = `${NODE}cat > /etc/systemd/system/docker.service <<EOF\n[Service]\nExecStart=/usr/bin/dockerd --bip=10.0.0.1/24\nEOF\n`;
    const units = told({ 'node.sh': script }).filter((one) => one.includes('docker-service-unit'));
    expect(units).toEqual(['node.sh:3 warning docker-service-unit']);
  });

  it('has its drop-in told where cloud-init writes it, and not where a unit moves it', () => {
    const cloud = `#cloud-config
coreos:
  units:
    - name: kubelet.service
      command: start
      content: |
        [Service]
        ExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml
    - name: bridge.service
      content: |
        [Service]
        ExecStart=/usr/bin/mv /etc/systemd/system/docker.service.d/10-net.conf.new /etc/systemd/system/docker.service.d/10-net.conf
write_files:
  - path: /etc/systemd/system/docker.service.d/10-net.conf.new
    content: |
      [Unit]
      After=network.target
`;
    expect(told({ 'node.yml': cloud })).toEqual(['node.yml:14 warning docker-daemon-config']);
  });

  it('has the options on one line told once', () => {
    const dropIn = (options: string) =>
      `storage: {}\nsystemd:\n  units:\n    - name: kubelet.service\n      enabled: true\n    - name: docker.service\n      dropins:\n        - name: 10.conf\n          contents: |\n            [Service]\n            Environment="DOCKER_OPT_BIP=${options}"\n`;
    const options = (text: string) =>
      told({ 'ignition/node.yaml': dropIn(text) }).filter((one) => one.includes('docker-daemon-config'));
    expect(options('--ip-masq=false --iptables=false')).toHaveLength(1);
    expect(options('--ip-masq=false --mtu=1400')).toHaveLength(1);
  });
});

describe('a unit that ends the container of a script', () => {
  const unit = (stop: string) => `[Service]\nExecStart=/usr/local/bin/store\nExecStop=/usr/bin/docker stop ${stop}\n`;
  const files = (stop: string) => ({
    'roles/node/tasks/main.yml':
      '- command: kubeadm join\n- template: {src: store.service, dest: /etc/systemd/system/store.service}\n',
    'roles/node/templates/store.service': unit(stop),
  });

  it('knows it for its own', () => {
    const [found] = lintTexts(files('store')).findings;
    expect(found?.severity).toBe('warning');
    expect(found?.instead).not.toContain('crictl stop');
  });

  it('does not where the kubelet gave the name', () => {
    expect(lintTexts(files('k8s_store')).findings[0]?.severity).toBe('error');
  });
});

describe('a variable that a daemon.json takes', () => {
  const files = (json: string) => ({
    'roles/node/tasks/main.yml':
      '- command: kubeadm join\n- template: {src: daemon.json.j2, dest: /etc/docker/daemon.json}\n',
    'roles/node/templates/daemon.json.j2': json,
    'roles/node/defaults/main.yml': 'docker_storage_dir: /data/docker\n',
  });
  const ofVariable = (json: string) => told(files(json)).filter((one) => one.includes('defaults'));

  it('is told with the file', () => {
    expect(ofVariable('{"data-root": "{{ docker_storage_dir }}"}')).toEqual([
      'roles/node/defaults/main.yml:1 notice docker-daemon-config',
    ]);
    expect(ofVariable('{"data-root": "/data"}')).toEqual([
      'roles/node/defaults/main.yml:1 warning docker-daemon-config',
    ]);
  });
});

describe('the configuration of containerd 1.x', () => {
  const toml = (lines: string) => `version = 2\n[plugins."io.containerd.grpc.v1.cri"]\n${lines}`;
  const path = 'roles/node/templates/config.toml.j2';
  const engine = toml(
    '{% for runtime in containerd_runtimes %}\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.{{ runtime.name }}]\n  runtime_engine = "{{ runtime.engine }}"\n{% endfor %}\n',
  );
  const vars = (value: string) => ({
    'roles/node/tasks/main.yml':
      '- command: kubeadm join\n- template: {src: config.toml.j2, dest: /etc/containerd/config.toml}\n',
    'roles/node/defaults/main.yml': `containerd_runtimes:\n  - name: runc\n    engine: "${value}"\n`,
    [path]: engine,
  });

  it('lacks nothing of a key that the variables leave empty', () => {
    expect(told(vars(''))).toEqual([]);
    expect(told(vars('/usr/bin/kata'))).toEqual([`${path}:5 warning containerd-legacy-config`]);
  });

  it('tells the certificates of a registry once, and its credentials beside them', () => {
    const table = '[plugins."io.containerd.grpc.v1.cri".registry.configs."r.acme.dev"';
    const tls = `${table}.tls]\n  ca_file = "/etc/ca.crt"\n`;
    const found = (lines: string) => told({ 'etc/containerd/config.toml': toml(lines) });
    expect(found(`${table}]\n  endpoint = ["https://r.acme.dev"]\n${tls}`)).toHaveLength(1);
    expect(found(`${table}.auth]\n  username = "a"\n${tls}`)).toHaveLength(2);
  });
});

describe('advice', () => {
  it('keeps a template that blanks part into words', () => {
    const files = {
      'roles/node/tasks/main.yml': '- command: kubeadm join\n',
      'files/k8s.yml': 'docker_options: "--insecure-registry={{ own_registry }} --graph=/data"\n',
    };
    const told = lintTexts(files).findings.map(({ instead }) => instead);
    expect(told.join()).toContain('certs.d/{{ own_registry }}/hosts.toml');
  });

  it('keeps the variables of a unit in the name of an image', () => {
    const unit = '[Service]\nExecStart=/usr/bin/docker run --name app registry.acme.dev/app:${VERSION}_1 serve\n';
    expect(lintTexts({ 'app.service': unit }).findings[0]?.instead).toContain(
      'registry.acme.dev/app:${VERSION}_1 serve',
    );
  });
});

describe('containers that a task loops over', () => {
  const play = (name: string) => `- hosts: k8s_nodes
  tasks:
    - name: join
      command: kubeadm join
    - name: remove
      shell: docker rm -f {{ item }}
      with_items:
        - registry_cache
        - web_cache
    - name: start
      shell: docker run -d --name registry_cache acme/registry
    - name: start
      shell: docker run -d --name ${name} acme/web
`;

  it('are the own ones where the play starts all of them', () => {
    expect(told({ 'site.yml': play('web_cache') })[0]).toBe('site.yml:6 warning docker-cli-command');
    expect(told({ 'site.yml': play('web_other') })[0]).toBe('site.yml:6 error docker-cli-command');
  });
});

describe('what a script asks', () => {
  it('whether docker is installed installs nothing', () => {
    const script = (helper: string) => `${NODE}${helper} "docker"\nif [ $? = 0 ]; then\n  yum install -y docker\nfi\n`;
    for (const asks of ['check_installed', 'package_installed'])
      expect(told({ 'node.sh': script(asks) })[0]).toContain('node.sh:5 warning docker-engine-package');
    expect(told({ 'node.sh': script('ensure_installed') })[0]).toContain('node.sh:3 warning docker-engine-package');
    expect(told({ 'node.sh': script('apt_install') })[0]).toContain('node.sh:3 warning docker-engine-package');
  });

  it('docker itself, and then ends, is told once', () => {
    const script = `${NODE}docker version || { echo "no docker"; exit 1; }\n`;
    expect(told({ 'node.sh': script })).toEqual(['node.sh:3 error docker-cli-command']);
  });
});

describe('drop-ins for the proxies of docker.service', () => {
  const write = (name: string) =>
    `if [ -n "$PROXY" ]; then\n  cat > /etc/systemd/system/docker.service.d/${name}.conf <<EOF\n[Service]\nEnvironment="A=b"\nEOF\nfi\n`;

  it('are one finding', () => {
    const script = `${NODE}${write('http-proxy')}${write('https-proxy')}${write('no-proxy')}`;
    expect(told({ 'node.sh': script })).toEqual(['node.sh:4 warning docker-daemon-config with 10,16']);
    expect(told({ 'node.sh': `${NODE}${write('http-proxy')}${write('limits')}` })).toHaveLength(2);
  });

  it('is told of the drop-ins alone, and not of another file of dockerd beside them', () => {
    const script = `${NODE}echo '{}' > /etc/docker/daemon.json\n${write('http-proxy')}${write('https-proxy')}`;
    const shown = lintTexts({ 'node.sh': script }).findings.map(({ related }) =>
      related.flatMap((one) => (one.role === 'rule' ? one.message : [])),
    );
    expect(shown).toEqual([[], ['the same for another proxy']]);
  });
});

describe('a container that a script starts', () => {
  const RUN = 'docker run -d --name proxy acme/proxy\n';
  const ended = (script: string) =>
    lintTexts({ 'node.sh': `${NODE}${script}` }).findings.map(({ span, severity, related }) => {
      const lineOf = (at: typeof span) => at.source.text.slice(0, at.start).split('\n').length;
      const ends = related.filter((one) => one.role === 'rule' && one.message === 'ends this container');
      return [`${lineOf(span)} ${severity}`, ...ends.map((one) => lineOf(one.span))].join(' ');
    });

  it.each(['docker rm -f proxy', 'docker stop proxy || true', 'docker kill proxy'])(
    'is one thing with the line that ends it: %s',
    (line) => {
      expect(ended(`${line}\n${RUN}`)).toEqual(['4 warning 3']);
      expect(ended(`${RUN}${line}\n`)).toEqual(['3 warning 4']);
    },
  );

  it('is another thing for those who only look at it, and under other conditions', () => {
    expect(ended(`${RUN}docker logs proxy\n`)).toEqual(['3 warning', '4 warning']);
    expect(ended(`${RUN}docker rm -f cache\n`)).toEqual(['3 warning', '4 error']);
    expect(ended(`if command -v docker; then\n${RUN}fi\ndocker rm -f proxy\n`)).toEqual(['4 notice', '6 warning']);
    expect(ended(`docker rm -f proxy cache\n${RUN}`)).toEqual(['3 warning', '4 warning']);
  });
});

describe('settings of one decision of a kubelet', () => {
  it('are one finding in a table of PowerShell', () => {
    const table = ['"cni-bin-dir"="C:/k/cni";', '"v"="4";', '"network-plugin"="cni";'].join('\n  ');
    expect(told({ 'node.ps1': `$KubeletArguments = @{\n  ${table}\n}\nStart-Service kubelet\n` })).toEqual([
      'node.ps1:4 error kubelet-dockershim-flag with 2',
    ]);
  });

  it('are one finding in the file of an EdgeCore', () => {
    const file =
      'apiVersion: edgecore.config.kubeedge.io/v1alpha1\nkind: EdgeCore\nmodules:\n  edged:\n' +
      '    remoteImageEndpoint: unix:///var/run/dockershim.sock\n    remoteRuntimeEndpoint: unix:///var/run/dockershim.sock\n    runtimeType: docker\n';
    expect(told({ 'edgecore.yaml': file })).toEqual(['edgecore.yaml:7 error provisioner-docker-runtime with 5,6']);
  });
});

describe('a variable of the runtime that names a unit', () => {
  const script = (line: string) =>
    told({ 'watch.sh': `${NODE}CONTAINER_RUNTIME="\${CONTAINER_RUNTIME:-docker}"\n${line}\n` });

  it('is told as the unit, and not as a choice too', () => {
    expect(script('systemctl kill --kill-who=main "$CONTAINER_RUNTIME"')).toEqual([
      'watch.sh:3 warning docker-service-unit with 4',
    ]);
  });

  it('is told as a choice where it is handed on', () => {
    expect(script('./install.sh "$CONTAINER_RUNTIME"')).toEqual(['watch.sh:3 warning provisioner-docker-runtime']);
  });
});

describe('a path of Docker that a line names twice', () => {
  it('is one finding', () => {
    const script = `${NODE}chgrp adm /var/lib/docker/volumes ; chmod g+x /var/lib/docker/volumes\n`;
    expect(told({ 'node.sh': script })).toEqual(['node.sh:3 warning docker-host-path with 3']);
  });
});
