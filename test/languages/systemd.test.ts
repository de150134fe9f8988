import { describe, expect, test } from 'vitest';
import { readSystemd } from '../../src/languages/systemd/systemd.ts';
import { fc } from '../support/fast-check.ts';
import { targetText } from '../support/link-text.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

describe('systemd', () => {
  test('dependencies are one setting for each unit, over continued lines and comments', () => {
    const text = [
      '[Unit]',
      'After=docker.service network.target \\',
      '  # why',
      '  cri-docker.service',
      'Requires = docker.socket',
    ].join('\n');
    expect(describeFacts(readWith(readSystemd, 'kubelet.service', text).reading)).toEqual([
      '2:7 systemd Unit/After = docker.service',
      '2:22 systemd Unit/After = network.target',
      '4:3 systemd Unit/After = cri-docker.service',
      '5:12 systemd Unit/Requires = docker.socket',
    ]);
  });

  test('the folder that a disk is mounted on', () => {
    const text = '[Mount]\nWhat=/dev/disk/by-label/images\nWhere=/var/lib/docker\n';
    expect(describeFacts(readWith(readSystemd, 'var-lib-docker.mount', text).reading, 'path')).toEqual([
      '3:7 read /var/lib/docker',
    ]);
  });

  test('variables and the options in them', () => {
    const text = `[Service]\nEnvironment="KUBELET_EXTRA_ARGS=--network-plugin=cni --cni-bin-dir '/opt/cni/bin'" A=b\n`;
    expect(describeFacts(readWith(readSystemd, 'etc/kubelet.service.d/10-extra.conf', text).reading)).toEqual([
      "2:33 env KUBELET_EXTRA_ARGS=--network-plugin=cni --cni-bin-dir '/opt/cni/bin'",
      '2:33 kubelet --network-plugin=cni',
      '2:54 kubelet --cni-bin-dir=/opt/cni/bin',
      '2:86 env A=b',
    ]);
  });

  test('the daemon of a drop-in is told from its folder', () => {
    const text = '[Service]\nEnvironment=EXTRA=--log-driver=journald\n';
    expect(describeFacts(readWith(readSystemd, 'docker.service.d/x.conf', text).reading, 'flag')).toEqual([
      '2:19 dockerd --log-driver=journald',
    ]);
  });

  test('an environment file is a link', () => {
    const { reading } = readWith(readSystemd, 'a.service', '[Service]\nEnvironmentFile=-/etc/default/kubelet\n');
    expect(reading.links.map((link) => [link.kind, targetText(link)])).toEqual([['sources', '/etc/default/kubelet']]);
  });

  test('templates are holes; a line without a key is a note', () => {
    const text = '{% if x %}\n[Unit]\nAfter={{ runtime }}.service\n{{ extra }}\nwhat is this\n';
    const { reading } = readWith(readSystemd, 'kubelet.service.j2', text);
    expect(reading.facts.map((fact) => fact.certainty)).toEqual(['partial']);
    expect(reading.notes.map((note) => note.span?.start)).toEqual([text.indexOf('what')]);
  });

  test('property: every fact points at its characters', () => {
    const piece = fc.constantFrom(
      '[Unit]',
      'After=',
      'Environment=',
      'a=b',
      '"',
      "'",
      '\\',
      ' ',
      '\n',
      '\r\n',
      '#',
      '--x=y',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(misplaced(readWith(readSystemd, 'x.service', pieces.join('')).reading)).toEqual([]);
      }),
    );
  });

  test('a program that a template fills in, and directives between continued lines', () => {
    const text = [
      '[Service]',
      'ExecStart=${kubelet_path} \\',
      '%{~ if taints != "" ~}',
      '  --register-with-taints=${taints} \\',
      '%{ endif ~}',
      '  --network-plugin=cni',
      '',
    ].join('\n');
    const { reading } = readWith(readSystemd, 'files/node.service', text);
    expect(describeFacts(reading)).toContain('6:3 kubelet --network-plugin=cni');
    expect(reading.notes).toEqual([]);
  });
});
