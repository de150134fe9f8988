/** Options that scripts and tasks write into the files of a kubelet, and Docker Engine by ways that are no package. */
import { describe, expect, test } from 'vitest';
import { type Files, lintTexts, summaries } from './support/in-memory.ts';

/** Without columns and characters. */
function told(files: Files): string[] {
  return summaries(lintTexts(files).findings).map((line) => line.replace(/^(\S+?:\d+):\d+ (\S+ \S+) .*$/s, '$1 $2'));
}

const script = (line: string) => told({ 'node.sh': `systemctl enable kubelet\n${line}\n` });

describe('a flag of the kubelet', () => {
  test.each([
    [`printf '%s="%s %s"\\n' KUBELET_EXTRA_ARGS --v=2 --network-plugin=cni > /etc/default/kubelet`],
    [`printf 'KUBELET_EXTRA_ARGS=%s\\n' "--network-plugin=cni" | tee /etc/sysconfig/kubelet`],
    [
      `printf '[Service]\\nEnvironment="OWN=%s"\\n' "--network-plugin=cni" > /etc/systemd/system/kubelet.service.d/a.conf`,
    ],
    [`printf -- '--network-plugin=%s\\n' cni | sudo tee -a /var/snap/microk8s/current/args/kubelet`],
    ["echo '--network-plugin=cni' >> /var/snap/k8s/common/args/kubelet"],
    [`crudini --set /etc/systemd/system/kubelet.service.d/a.conf Service Environment '"OWN=--network-plugin=cni"'`],
    ['cat <<EOF | sudo tee /var/snap/microk8s/current/args/kubelet\n--network-plugin=cni\nEOF'],
  ])('is written: %s', (line) => {
    expect(script(line).map((one) => one.replace(/:\d+/, ''))).toEqual(['node.sh error kubelet-dockershim-flag']);
  });

  test.each([
    [`printf '%s %s\\n' "the kubelet has no" --network-plugin=cni`],
    [`printf 'OWN=%s\\n' "--network-plugin=cni" > /etc/default/kube-proxy`],
    ["echo '--network-plugin=cni' >> /var/snap/own/current/args/kube-proxy"],
    [`printf '100%% of %d' 3 > /etc/default/kubelet`],
  ])('is none: %s', (line) => {
    expect(script(line)).toEqual([]);
  });

  const task = (lines: string) =>
    told({
      'roles/worker/tasks/main.yml': `- package: {name: kubelet}\n- community.general.ini_file:\n${lines.replace(/^/gm, '    ')}\n`,
    });

  test('is an option that a task of Ansible sets', () => {
    expect(
      task(
        `path: /etc/systemd/system/kubelet.service.d/a.conf\nsection: Service\noption: Environment\nvalue: '"OWN=--network-plugin=cni"'`,
      ),
    ).toEqual(['roles/worker/tasks/main.yml:6 error kubelet-dockershim-flag']);
    expect(
      task(`dest: /etc/default/kubelet\noption: KUBELET_EXTRA_ARGS\nvalues:\n  - --v=2\n  - --network-plugin=cni`),
    ).toEqual(['roles/worker/tasks/main.yml:7 error kubelet-dockershim-flag']);
  });

  test('is none where the task takes it out', () => {
    const lines = `path: /etc/default/kubelet\noption: KUBELET_EXTRA_ARGS\nvalue: --network-plugin=cni\nstate: absent`;
    expect(task(lines)).toEqual([]);
  });
});

describe('Docker Engine as an archive', () => {
  const URL = 'https://download.docker.com/linux/static/stable/x86_64/docker-27.3.1.tgz';
  test.each([
    [`curl -sSL ${URL} | tar xz -C /usr/bin --strip-components=1`],
    [
      'wget -qO- "https://mirror.example.com/docker-ce/linux/static/stable/x86_64/docker-${V}.tgz" | sudo tar -xzf - -C /opt',
    ],
    [`curl -O ${URL} && tar -xzf docker-27.3.1.tgz --strip-components=1 -C /usr/local/bin`],
  ])('is installed where all of it is unpacked: %s', (line) => {
    expect(script(line)).toEqual(['node.sh:2 warning docker-engine-package']);
  });

  test.each([
    [`curl -sSL ${URL} | tar xz -C /usr/bin --strip-components=1 docker/docker`],
    [`curl -O ${URL}`],
    ['curl -L https://download.docker.com/linux/static/stable/x86_64/docker-rootless-extras-27.3.1.tgz | tar xz'],
    ['tar xzf docker-images-3.tgz -C /usr/bin'],
    ['tar czf docker-27.3.1.tgz -C /usr/bin docker'],
  ])('is not: %s', (line) => {
    expect(script(line)).toEqual([]);
  });

  test('is installed by a task that unpacks it', () => {
    const text = `- package: {name: kubelet}\n- unarchive:\n    src: ${URL}\n    dest: /opt\n    remote_src: true\n`;
    expect(told({ 'roles/worker/tasks/main.yml': text })).toEqual([
      'roles/worker/tasks/main.yml:3 warning docker-engine-package',
    ]);
  });
});

describe('a task that fetches the image of the container which another one starts', () => {
  test('is shown with it', () => {
    const text = `- hosts: workers
  tasks:
    - command: kubeadm join --config a
    - community.docker.docker_image_pull: {name: acme/relay}
    - community.docker.docker_container: {name: relay, image: acme/relay}
    - community.docker.docker_image_pull: {name: acme/other}
`;
    const { findings } = lintTexts({ 'site.yml': text });
    expect(summaries(findings).map((line) => line.replace(/:\d+ (\S+ \S+) .*$/s, ' $1'))).toEqual([
      'site.yml:5 warning docker-cli-command',
      'site.yml:6 warning node-local-image-build',
    ]);
    expect(findings[0]?.related.map((one) => (one.role === 'rule' ? one.message : one.role))).toEqual([
      'fetches the image for it, and fails too',
    ]);
  });
});
