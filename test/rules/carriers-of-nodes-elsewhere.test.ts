/** Flags, commands and dependencies of nodes in files of k0sctl, Salt, OpenRC and SSM. */
import { describe, expect, it } from 'vitest';
import { lintTexts, summaries } from '../support/in-memory.ts';

function found(path: string, text: string): readonly string[] {
  return summaries(lintTexts({ [path]: text }).findings).map((one) => one.replace(/^[^:]*:(\d+):\d+/, '$1'));
}

describe('k0sctl', () => {
  const hosts = (flag: string) =>
    `apiVersion: k0sctl.k0sproject.io/v1beta1\nkind: Cluster\nspec:\n  hosts:\n  - role: worker\n    installFlags:\n    - ${flag}\n`;

  it('hands the flags of a host to what it installs', () => {
    expect(found('k0sctl.yaml', hosts('--kubelet-extra-args="--max-pods=9 --network-plugin=cni"'))).toEqual([
      expect.stringMatching(/^7 error kubelet-dockershim-flag /),
    ]);
    expect(found('k0sctl.yaml', hosts('--cri-socket=docker:unix:///var/run/docker.sock'))).toEqual([
      expect.stringMatching(/^7 error dockershim-socket /),
    ]);
    expect(found('k0sctl.yaml', hosts('--labels=a=b'))).toEqual([]);
  });
});

describe('Salt', () => {
  it('writes a file line by line', () => {
    const state = `/etc/default/kubelet:\n  file.managed:\n  - contents:\n    - '# flags'\n    - KUBELET_EXTRA_ARGS=--network-plugin=cni\n`;
    expect(found('kubelet.sls', state)).toEqual([expect.stringMatching(/^5 error kubelet-dockershim-flag /)]);
  });

  it('replaces a line of a file', () => {
    const state = `/etc/default/kubelet:\n  file.replace:\n  - pattern: ^KUBELET.*\n  - repl: KUBELET_EXTRA_ARGS=--network-plugin=cni\n`;
    expect(found('kubelet.sls', state)).toEqual([expect.stringMatching(/^4 error kubelet-dockershim-flag /)]);
  });
});

describe('OpenRC', () => {
  it('keeps the arguments of a service beside it', () => {
    expect(found('etc/conf.d/kubelet', 'command_args="--config=/etc/a.yaml \\\n  --network-plugin=cni"\n')).toEqual([
      expect.stringMatching(/^2 error kubelet-dockershim-flag /),
    ]);
  });

  const service = (path: string, needs: string, interpreter = '/sbin/openrc-run') =>
    found(
      path,
      `#!${interpreter}\ncommand_args="--config=/etc/kubernetes/a.yaml"\ndepend() {\n  need net ${needs}\n}\n`,
    );

  it('starts no service without what that needs', () => {
    expect(service('etc/init.d/kubelet', 'docker')).toEqual(['4 error docker-service-unit "docker"']);
    expect(service('etc/init.d/agent', 'docker')).toEqual(['4 notice docker-service-unit "docker"']);
    expect(service('etc/init.d/agent', 'containerd')).toEqual([]);
    expect(service('etc/init.d/agent', 'docker', '/bin/sh')).toEqual([]);
  });
});

describe('a document of SSM', () => {
  const steps = (commands: string) =>
    found(
      'clean.yaml',
      `schemaVersion: "2.2"\nmainSteps:\n- action: aws:runShellScript\n  name: a\n  inputs:\n    runCommand:${commands}\n`,
    );

  it.each(['truncate -s 0 /var/lib/docker/containers/a/a-json.log', 'du -sh /var/lib/docker/overlay2'])(
    'runs each of its lines: %s',
    (line) => {
      const isFound = expect.stringMatching(/^\d warning docker-host-path /);
      expect(steps(`\n    - systemctl is-active kubelet\n    - ${line}`)).toEqual([isFound]);
      expect(steps(` |\n      systemctl is-active kubelet\n      ${line}`)).toEqual([isFound]);
    },
  );
});
