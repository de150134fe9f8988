/** Reads docker commands and writes them for crictl. */
import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/model/document.ts';
import { asCrictl, readDockerCommand } from '../../src/rules/shared/docker-command.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

function words(line: string): Token[] {
  const view = fileView(createSource('a.sh', line));
  return [...line.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    view,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const subcommand = (line: string) => readDockerCommand(words(line))?.subcommand;

function translated(line: string) {
  const command = readDockerCommand(words(line));
  return command && asCrictl(command);
}

describe('the subcommand', () => {
  it('stands behind options of docker itself', () => {
    expect(subcommand('docker -D --log-level debug ps -a')).toBe('ps');
    expect(subcommand('docker --config=/etc/d -l info container ls')).toBe('container ls');
  });

  it('may be two words, and is told from an unknown one', () => {
    expect(subcommand('docker system prune -af')).toBe('system prune');
    expect(subcommand('docker image prune')).toBe('image prune');
    expect(subcommand('docker')).toBe(undefined);
    expect(subcommand('docker frobnicate')).toBe(undefined);
  });

  it('is remote with a host that is not a socket', () => {
    const remote = (line: string) => readDockerCommand(words(line))?.remote;
    expect(remote('docker -H tcp://10.0.0.1:2375 ps')).toBe(true);
    expect(remote('docker --host=ssh://me@host ps')).toBe(true);
    expect(remote('docker -H unix:///var/run/docker.sock ps')).toBe(false);
  });
});

describe('the crictl command', () => {
  it('keeps options that mean the same', () => {
    expect(translated('docker ps -aq')).toEqual({ text: 'crictl ps -a -q', dropped: [] });
    expect(translated('docker logs --tail=20 -f abc')).toEqual({ text: 'crictl logs --tail 20 -f abc', dropped: [] });
    expect(translated('docker stop -t 5 abc')).toEqual({ text: 'crictl stop --timeout 5 abc', dropped: [] });
    expect(translated('docker exec -it abc sh')).toEqual({ text: 'crictl exec -it abc sh', dropped: [] });
  });

  it('writes filters as the options of crictl, and container names without their decoration', () => {
    expect(translated('docker ps -af name=k8s_kube-apiserver* -q')?.text).toBe('crictl ps -a --name kube-apiserver -q');
    expect(translated('docker ps --filter label=app=x')?.text).toBe('crictl ps --label app=x');
  });

  it('says what has no counterpart', () => {
    expect(translated('docker ps --format {{.ID}} --filter status=exited')).toEqual({
      text: 'crictl ps',
      dropped: ['--format', '--filter status=exited'],
    });
    expect(translated('docker exec -u 0 abc id')).toEqual({ text: 'crictl exec abc id', dropped: ['-u'] });
  });

  it('is not invented where crictl has none', () => {
    for (const line of ['docker cp a:/b c', 'docker build .', 'docker network ls', 'docker restart a'])
      expect(translated(line)).toBe(undefined);
  });
});
