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
