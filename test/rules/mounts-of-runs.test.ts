/** What `docker run` mounts: it fails before it mounts anything, so the command tells of it. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/in-memory.ts';

describe('a docker run that mounts what belongs to Docker', () => {
  it.each([
    '/usr/bin/docker:/usr/bin/docker',
    '/var/lib/docker:/var/lib/docker',
    '/var/run/docker.sock:/var/run/docker.sock',
  ])('is one finding, no louder than the command, where nothing says where it runs: %s', (mount) => {
    const unit = `[Service]\nExecStart=/usr/bin/docker run \\\n  -v ${mount} \\\n  acme/bastion\n`;
    expect(linesOf({ 'bastion.service': unit })).toEqual(['bastion.service:2 notice docker-cli-command']);
  });

  it('is told by its mounts where another client runs it', () => {
    const unit = '[Service]\nExecStart=/usr/bin/nerdctl run -v /usr/bin/docker:/usr/bin/docker acme/bastion\n';
    expect(linesOf({ 'bastion.service': unit })).toEqual(['bastion.service:2 warning docker-host-path']);
  });
});

describe('a pull for the docker run of the same unit', () => {
  const unit = (pull: string) => ({
    'etc/kubernetes/x': '',
    'node/web.service': `[Unit]\nAfter=kubelet.service\n[Service]\nExecStartPre=${pull}\nExecStart=/usr/bin/docker run acme/web:\${TAG}\n`,
    'node/setup.sh': '#!/bin/sh\nsystemctl enable --now kubelet\ncp web.service /etc/systemd/system/web.service\n',
  });

  it.each([
    '/usr/bin/docker pull acme/web:${TAG}',
    "/bin/sh -c 'while ! docker pull acme/web:${TAG}; do sleep 1; done'",
  ])('breaks nothing that the run does not: %s', (pull) => {
    const lines = linesOf(unit(pull)).filter((line) => line.includes('node-local-image-build'));
    expect(lines).toEqual(['node/web.service:4 notice node-local-image-build']);
  });

  it('of another image is one', () => {
    const lines = linesOf(unit('/usr/bin/docker pull acme/other')).filter((line) => line.includes('web.service:4'));
    expect(lines).toEqual(['node/web.service:4 warning node-local-image-build']);
  });
});

describe('the log of dockerd itself', () => {
  it('is no log of containers: that nobody writes it breaks nothing', () => {
    const source = '<source>\n  @type tail\n  path /var/log/docker.log\n  tag docker\n</source>\n';
    const map = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  fluent.conf: |\n${source.replace(/^(?=.)/gm, '    ')}`;
    expect(linesOf({ 'logs.yaml': map })).toEqual(['logs.yaml:8 notice docker-log-format']);
  });
});
