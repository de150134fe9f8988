/** Files of dockerd that a line only shows, or keeps for people. */
import { describe, expect, it } from 'vitest';
import { linesOf, loud } from '../support/in-memory.ts';

const script = (lines: string) => ({ 'logs.sh': `#!/bin/sh\nsystemctl restart kubelet\n${lines}\n` });

describe('the configuration of dockerd', () => {
  it.each([
    'cat /etc/docker/daemon.json',
    'cat /etc/docker/daemon.json > /tmp/docker.txt',
    'cat /etc/docker/daemon.json | tee docker.txt',
    'ssh "$node" "sudo cat /etc/sysconfig/docker" > node.log',
    'tail -n +1 /etc/default/docker | gzip > docker.gz',
  ])('that is shown is no setting: %s', (line) => {
    expect(loud(script(line))).toEqual([]);
    expect(linesOf(script(line))).toEqual([expect.stringMatching(/ notice docker-daemon-config$/)]);
  });

  it.each([
    'ROOT=$(cat /etc/docker/daemon.json | jq -r .[0])',
    'grep -q overlay2 <<< "$(cat /etc/docker/daemon.json)"',
    'cat /etc/docker/daemon.json | jq . > /etc/docker/new.json',
    'echo "{}" > /etc/docker/daemon.json',
  ])('that is worked with is: %s', (line) => {
    expect(loud(script(line))).toEqual([expect.stringMatching(/ warning docker-daemon-config /)]);
  });
});
