/** What runs on a node because a file of another program says so: jobs, checks, commands that are sent there. */
import { describe, expect, test } from 'vitest';
import { isWorthReading } from '../src/files/worth-reading.ts';
import { inOrder } from '../src/model/finding.ts';
import { apart } from '../src/model/together.ts';
import { type Files, lintTexts, summaries } from './support/in-memory.ts';

function found(files: Files): string[] {
  return summaries(lintTexts(files).findings);
}

/** The same without columns and characters. */
function told(files: Files): string[] {
  return found(files).map((line) => line.replace(/^(\S+?:\d+):\d+ (\S+ \S+) .*$/s, '$1 $2'));
}

describe('a step of a pipeline that reaches a machine by ssh', () => {
  const github = (script: string) => `jobs:
  tidy:
    runs-on: ubuntu-24.04
    steps:
      - run: docker images
      - name: on the worker
        uses: acme/ssh-run@v3
        with:
          hosts: w1.example.com
${script}
`;

  test.each([
    ['script: |\n  systemctl restart kubelet\n  docker volume prune -f', 12],
    ['command: systemctl restart kubelet && docker volume prune -f', 10],
    ['run: >-\n  systemctl restart kubelet;\n  docker volume prune -f', 12],
  ])('runs its script there: %s', (script, line) => {
    const path = '.github/workflows/tidy.yml';
    expect(told({ [path]: github(script.replace(/^/gm, '          ')) })).toEqual([
      `${path}:${line} error docker-cli-command`,
    ]);
  });

  test('and so does a plugin, and a task', () => {
    const drone = `kind: pipeline
steps:
  - name: tidy
    image: acme/drone-ssh:2
    settings:
      host: w1
      script:
        - systemctl restart kubelet
        - docker volume prune -f
  - name: here
    image: docker
    commands: [docker volume prune -f]
`;
    expect(told({ '.drone.yml': drone })).toEqual(['.drone.yml:9 error docker-cli-command']);
    const azure = `steps:
  - task: SSH@0
    inputs:
      sshEndpoint: worker
      runOptions: inline
      inline: |
        systemctl restart kubelet
        docker volume prune -f
`;
    expect(told({ 'azure-pipelines.yml': azure })).toEqual(['azure-pipelines.yml:8 error docker-cli-command']);
  });

  test('what runs in an image with a client for ssh runs here', () => {
    const gitlab = 'tidy:\n  image: acme/ssh-client\n  script:\n    - docker volume prune -f\n    - kubeadm version\n';
    expect(told({ '.gitlab-ci.yml': gitlab })).toEqual([]);
  });

  test('an action that only hands keys over runs here', () => {
    const text = `${github('').replace('acme/ssh-run', 'acme/load-ssh-keys')}      - run: docker volume prune -f\n`;
    expect(told({ '.github/workflows/a.yml': text })).toEqual([]);
  });
});

const KUBELET = '- name: kubelet\n  package: {name: kubelet}\n';

describe('a file is what the place is for that it gets', () => {
  const files = {
    'roles/worker/files/nightly': '@daily ops docker image prune -af\n',
    'roles/worker/files/options.txt': '# of the kubelet\nKUBELET_EXTRA_ARGS=--v=2 --network-plugin=cni\n',
  };

  test.each([
    [
      'a task',
      'roles/worker/tasks/main.yml',
      `${KUBELET}- copy: {src: nightly, dest: /etc/cron.d/}\n- copy:\n    src: options.txt\n    dest: /etc/default/kubelet\n`,
    ],
    [
      'a script',
      'roles/worker/files/setup.sh',
      'systemctl enable kubelet\ninstall -m 644 nightly /etc/cron.d/nightly\ncp options.txt /etc/default/kubelet\n',
    ],
  ])('that %s says', (_name, path, text) => {
    expect(told({ ...files, [path]: text })).toEqual([
      'roles/worker/files/nightly:1 error docker-cli-command',
      'roles/worker/files/options.txt:2 error kubelet-dockershim-flag',
    ]);
  });

  test.each([
    'cp -r conf/nrpe.d /etc/nagios/',
    'rsync -a conf/nrpe.d/ /etc/nagios/nrpe.d/',
    'cp conf/nrpe.d/* /etc/nagios/nrpe.d',
  ])('a folder of them is on the machine whose script copies it: %s', (line) => {
    const check = { 'conf/nrpe.d/own.cfg': 'command[own]=docker ps\n' };
    expect(told({ 'setup.sh': `systemctl enable kubelet\n${line}\n`, ...check })).toEqual([
      'conf/nrpe.d/own.cfg:1 error docker-cli-command',
    ]);
    expect(told({ 'setup.sh': `systemctl enable kubelet\ncp -r conf /srv/conf\n`, ...check })).toEqual([
      'conf/nrpe.d/own.cfg:1 notice docker-cli-command',
    ]);
  });

  test('and it is counted as read', () => {
    const task = `${KUBELET}- copy: {src: nightly.dat, dest: /etc/cron.d/nightly}\n`;
    const job = '@daily ops docker image prune -af\n';
    const { coverage } = lintTexts({ 'roles/a/tasks/main.yml': task, 'roles/a/files/nightly.dat': job });
    expect(coverage.notUnderstood).toEqual([]);
    expect(coverage.files).toBe(2);
  });

  test('prose stays prose where the place says nothing', () => {
    const motd = 'Welcome.\ndocker ps shows nothing here.\n';
    const task = `${KUBELET}- copy: {src: motd.txt, dest: /etc/motd}\n`;
    expect(told({ 'roles/a/files/motd.txt': motd, 'roles/a/tasks/main.yml': task })).toEqual([]);
  });

  test('one that nobody puts anywhere stays prose', () => {
    expect(told({ 'roles/worker/files/options.txt': files['roles/worker/files/options.txt'] })).toEqual([]);
  });
});

describe('a file of a daemon that runs commands', () => {
  const NODE = 'systemctl enable kubelet\n';
  const onNode = (text: string) =>
    told({ 'node/setup.sh': `${NODE}cp node/watch /etc/watch\n`, 'node/watch': text }).map((line) => line.slice(11));

  test.each([
    [
      'check program count with path "/usr/bin/docker ps"\n  if status != 0 then alert\n',
      ['1 error docker-cli-command'],
    ],
    [
      'check filesystem data with path /var/lib/docker\n  if inode usage > 90% then alert\n',
      ['1 warning docker-host-path'],
    ],
    [
      'check process api\n  with pidfile /run/api.pid\n  stop program = "/bin/systemctl stop kubelet"\n  if failed port 1 then exec "/usr/bin/docker volume prune -f"\n',
      ['4 error docker-cli-command'],
    ],
    ['0 4 * * 1 root docker image prune -af\n', ['1 error docker-cli-command']],
    ['30 4 1 * * docker image prune -af\n', ['1 error docker-cli-command']],
    ['UserParameter=images,docker images -q | wc -l\n', ['1 error docker-cli-command']],
    ['extend images /usr/bin/docker images -q\nextend load /usr/bin/uptime\n', ['1 error docker-cli-command']],
    [
      'rocommunity x\nextend -cacheTime 9 images /usr/bin/docker images -q\nexec a /bin/true\n',
      ['2 error docker-cli-command'],
    ],
    [
      'pass .1.3.6.1.4.1 /usr/bin/docker info\nexec images /usr/bin/docker images -q\n',
      ['1 error docker-cli-command', '2 error docker-cli-command'],
    ],
    ['command[count]=docker ps\n', ['1 error docker-cli-command']],
  ])('is known by its lines: %s', (text, expected) => {
    expect(isWorthReading('node/watch', text)).toBe(true);
    expect(onNode(text)).toEqual(expected);
  });

  test.each([
    ['1 2 3 4 5 docker'],
    ['We check program runs by hand, and docker too.'],
    ['extend the docker image'],
    ['see exec docker /var/lib/docker'],
  ])('and prose is none: %s', (text) => {
    expect(isWorthReading('node/watch', `${text}\n`)).toBe(false);
  });

  test.each([
    ['command[engine]=/bin/systemctl is-active docker\n', ['1 warning docker-service-unit']],
    ['UserParameter=engine,systemctl is-active docker | grep -c ^active\n', ['1 warning docker-service-unit']],
    ['UserParameter=engine,pgrep -c dockerd\n', ['1 warning docker-service-unit']],
    ['check program engine with path "/bin/systemctl is-active docker"\n', ['1 warning docker-service-unit']],
    ['extend engine /bin/systemctl is-active docker\nextend x /bin/true\n', ['1 warning docker-service-unit']],
    ['command[engine]=docker info >/dev/null 2>&1 && echo OK || exit 2\n', ['1 error docker-cli-command']],
    ['command[engine]=/bin/systemctl is-active docker && /opt/collect\n', ['1 notice docker-service-unit']],
  ])('what only asks alarms for good: %s', (text, expected) => {
    expect(onNode(text)).toEqual(expected);
  });

  test('a monitor is told what to ask instead', () => {
    const { findings } = lintTexts({ 'a/nrpe.cfg': 'command[e]=/bin/systemctl is-active docker\n' });
    expect(findings.map(({ message, instead }) => [message, instead])).toEqual([
      [
        'This check fails for good: there is no `docker` unit on a node without Docker Engine',
        'Write `/bin/systemctl is-active containerd`',
      ],
    ]);
  });
});

describe('what an installer of Ubuntu does', () => {
  const installer = (head: string, indent: string) =>
    `${head}${`version: 1
snaps:
  - name: docker
early-commands:
  - curtin in-target -- docker info
late-commands:
  - curtin in-target --target=/target -- systemctl enable kubelet
  - [curtin, in-target, --, docker, volume, prune]
  - echo 'KUBELET_EXTRA_ARGS="--network-plugin=cni"' > /target/etc/default/kubelet
user-data:
  packages: [docker.io]
  runcmd:
    - docker images
`.replace(/^(?=.)/gm, indent)}`;
  const expected = [
    '2 docker-engine-package',
    '4 docker-cli-command',
    '7 docker-cli-command',
    '8 kubelet-dockershim-flag',
    '10 docker-engine-package',
    '12 docker-cli-command',
  ];

  test.each([
    ['user-data', installer('#cloud-config\nautoinstall:\n', '  '), 2],
    ['http/autoinstall.yaml', installer('autoinstall:\n', '  '), 1],
    ['autoinstall.yaml', installer('', ''), 0],
  ])('is what its machine has: %s', (path, text, shift) => {
    // Two installs of one machine are one finding with both places.
    const all = lintTexts({ [path]: text })
      .findings.flatMap(apart)
      .toSorted(inOrder);
    const lines = summaries(all).map((line) =>
      line.replace(/^\S*:(\d+):\d+ \S+ (\S+) .*$/s, (_, at, rule) => `${at - shift - 1} ${rule}`),
    );
    expect(lines).toEqual(expected);
  });
});

describe('what an installer of Red Hat or Debian is told', () => {
  const KICKSTART = `text
%pre
docker info
%end
%packages
@^minimal
# docker
docker-ce
-docker-compose
%end
%post --log=/root/own.log
systemctl enable kubelet
docker volume prune -f
%end
%post --interpreter=/usr/bin/python3
docker ps
%end
`;

  test.each(['worker.ks', 'http/worker.cfg', 'kickstart'])('is what the machine of %s gets', (path) => {
    expect(isWorthReading(path, KICKSTART)).toBe(true);
    expect(told({ [path]: KICKSTART }).map((line) => line.replace(/^\S*:/, ''))).toEqual([
      '8 warning docker-engine-package',
      '13 notice docker-cli-command',
    ]);
  });

  test('is what the machine of a preseed file gets', () => {
    const text = `d-i debian-installer/locale string en_US
d-i pkgsel/include string \\
  kubelet docker.io
d-i preseed/late_command string \\
  in-target docker volume prune -f; \\
  echo 'KUBELET_EXTRA_ARGS=--network-plugin=cni' > /target/etc/default/kubelet
d-i finish-install/reboot_in_progress note
`;
    expect(told({ 'preseed.cfg': text })).toEqual([
      'preseed.cfg:3 warning docker-engine-package',
      'preseed.cfg:5 notice docker-cli-command',
      'preseed.cfg:6 error kubelet-dockershim-flag',
    ]);
  });

  test.each([['%packages\ndocker\n'], ['% docker\n%end of docker\n']])('is no other text: %s', (text) => {
    expect(told({ 'own.tex': text, 'own.txt': text })).toEqual([]);
  });
});

describe('a list of units', () => {
  const units = (name: string, body: string) => `#cloud-config
coreos:
  units:
    - name: ${name}
      command: start
      drop-ins:
        - name: 10-own.conf
          content: |
            ${body}
    - name: kubelet.service
      command: start
      content: |
        [Service]
        ExecStart=/usr/bin/kubelet
`;

  test('shows the drop-ins of Docker’s unit with it', () => {
    const text = units('docker.service', '[Service]\n            Environment=NO_PROXY=10.0.0.0/8');
    const { findings } = lintTexts({ 'worker.yaml': text });
    expect(summaries(findings)).toEqual(['worker.yaml:4:13 notice docker-service-unit "docker.service"']);
    expect(findings[0]?.related.map((one) => (one.role === 'rule' ? one.message : one.role))).toEqual([
      'in a drop-in: proxies and limits go into one of the runtime’s unit',
    ]);
  });

  test('says which unit a drop-in is for', () => {
    const text = units('kubelet.service', '[Unit]\n            Requires=docker.service');
    expect(told({ 'worker.yaml': text })).toEqual(['worker.yaml:10 error docker-service-unit']);
  });
});

describe('user data of a module of Terraform', () => {
  const module = (lines: string) => `module "pool" {
  groups = [{
    size = 2
    ${lines}
  }]
}
`;
  const KUBELET_ARGS = 'kubelet_extra_args = "--max-pods=40"';

  test.each([
    ['extra_userdata = "docker volume prune -f"', 5],
    ['user_data_pre = "sleep 9; docker volume prune -f"', 5],
    ['worker_startup_script = "docker volume prune -f"', 5],
    ['additional_user_data = <<-EOT\n      mkdir -p /x\n      /usr/bin/docker volume prune -f\n    EOT', 7],
  ])('runs on its nodes: %s', (lines, line) => {
    expect(told({ 'pool.tf': module(`${KUBELET_ARGS}\n    ${lines}`) })).toEqual([
      `pool.tf:${line} error docker-cli-command`,
    ]);
  });

  test('runs somewhere without them, and prose runs nowhere', () => {
    const line = 'extra_userdata = "docker volume prune -f"';
    expect(told({ 'pool.tf': `${module(line)}${module(KUBELET_ARGS).replace('pool', 'other')}` })).toEqual([
      'pool.tf:4 notice docker-cli-command',
    ]);
    expect(told({ 'pool.tf': module(`${KUBELET_ARGS}\n    user_data_note = "docker volume prune ran here"`) })).toEqual(
      [],
    );
  });
});

describe('a flag in a map of Terraform', () => {
  const NODES = `module "nodes" {
  user_data = <<-EOT
    #!/bin/bash
    systemctl enable --now kubelet
  EOT
`;
  const FLAG = '  extra_args = { "--network-plugin" = "cni" }\n';

  test('is for the machines of the module that it stands in', () => {
    expect(told({ 'pools.tf': `${NODES}${FLAG}}\n` })).toEqual(['pools.tf:6 error kubelet-dockershim-flag']);
    expect(told({ 'pools.tf': `module "nodes" {\n${FLAG}${NODES.slice(17)}}\n` })).toEqual([
      'pools.tf:2 error kubelet-dockershim-flag',
    ]);
  });

  test.each(['module "proxy"', 'resource "acme_proxy" "own"', 'locals'])(
    'and not for those of the one above: %s',
    (head) => {
      expect(told({ 'pools.tf': `${NODES}}\n\n${head} {\n${FLAG}}\n` })).toEqual([]);
    },
  );
});
