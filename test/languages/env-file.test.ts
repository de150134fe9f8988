import { describe, expect, test } from 'vitest';
import { readIni } from '../../src/languages/ini/ini.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function facts(path: string, text: string): string[] {
  const { reading } = readWith(readIni, path, text);
  expect(misplaced(reading)).toEqual([]);
  return describeFacts(reading);
}

describe('environment files', () => {
  test('kubelet options of /etc/default/kubelet', () => {
    expect(facts('etc/default/kubelet', '# extra\nKUBELET_EXTRA_ARGS="--network-plugin=cni -v 2"\n')).toEqual([
      '2:21 env KUBELET_EXTRA_ARGS=--network-plugin=cni -v 2',
      '2:21 kubelet --network-plugin=cni',
      '2:42 kubelet --v=2',
    ]);
  });

  test('a file of options only, one a line', () => {
    expect(facts('args/kubelet', '# for the kubelet\n--network-plugin=cni\n--v=2\n')).toEqual([
      '2:1 kubelet --network-plugin=cni',
      '3:1 kubelet --v=2',
    ]);
  });

  test('a value that goes on over lines', () => {
    expect(facts('etc/sysconfig/docker', 'OPTIONS="--log-driver=json-file \\\n  -H tcp://0.0.0.0:2375"\n')).toEqual([
      '1:10 env OPTIONS=--log-driver=json-file -H tcp://0.0.0.0:2375',
      '1:10 dockerd --log-driver=json-file',
      '2:3 dockerd --H=tcp://0.0.0.0:2375',
    ]);
  });

  test('the variable decides before the file', () => {
    expect(facts('app/.env', 'CRI_DOCKERD_OPTS=--network-plugin=cni\nexport PLAIN=value\n')).toEqual([
      '1:18 env CRI_DOCKERD_OPTS=--network-plugin=cni',
      '1:18 cri-dockerd --network-plugin=cni',
      '2:14 env PLAIN=value',
    ]);
  });

  test('a template with options that a variable gets later', () => {
    const text =
      '{% if docker %}\n{% set args %}\n--network-plugin=kubenet \\\n{% endset %}\n{% endif %}\nKUBELET_ARGS="{{ args }}"\n';
    const { reading } = readWith(readIni, 'roles/node/templates/kubelet.env.j2', text);
    expect(describeFacts(reading, 'flag')).toEqual(['3:1 kubelet --network-plugin=kubenet']);
  });

  test('underscores of a flag are dashes', () => {
    expect(facts('kubeadm-flags.env', 'KUBELET_KUBEADM_ARGS="--network_plugin=cni"\n').at(-1)).toBe(
      '1:23 kubelet --network-plugin=cni',
    );
  });
});
