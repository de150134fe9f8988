import { describe, expect, it } from 'vitest';
import { normaliseNodePath } from '../../src/text/node-path.ts';

describe('normaliseNodePath', () => {
  it.each([
    ['/var/run/docker.sock', '/run/docker.sock'],
    ['unix:///var/run/docker.sock', '/run/docker.sock'],
    ['unix:/run//docker.sock/', '/run/docker.sock'],
    ['docker:unix:///var/run/docker.sock', '/run/docker.sock'],
    ['/host/var/run/docker.sock', '/run/docker.sock'],
    ['/rootfs/var/lib/docker/', '/var/lib/docker'],
    ['/host-run/docker.sock', '/run/docker.sock'],
    ['/var/run', '/run'],
    ['/var/runner/x', '/var/runner/x'],
    ['/', '/'],
    ['/host', '/host'],
    ['\\\\.\\pipe\\docker_engine', '//./pipe/docker_engine'],
    ['npipe:////./pipe/docker_engine', '//./pipe/docker_engine'],
    ['c:\\ProgramData\\docker\\', 'C:/ProgramData/docker'],
    ['\uE000\uE000/var/lib/docker', '/var/lib/docker'],
    ['/etc/../etc/./docker', '/etc/docker'],
  ])('%s is %s', (text, expected) => {
    expect(normaliseNodePath(text)).toBe(expected);
  });

  it.each(['docker.sock', 'tcp://host:2375', '', 'var/run/docker.sock', '--flag'])(
    '%s is no path of a node',
    (text) => {
      expect(normaliseNodePath(text)).toBe(undefined);
    },
  );
});
