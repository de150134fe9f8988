import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/rules/rule.ts';
import { asOne } from '../../src/rules/shared/reports.ts';
import { midSentence, sentence } from '../../src/rules/shared/words.ts';

describe('advice behind other advice in one sentence', () => {
  test.each([
    ['Delete the mount', 'delete the mount'],
    ['A static pod runs it', 'a static pod runs it'],
    ['`crictl ps` lists them', '`crictl ps` lists them'],
    ['crictl lists them', 'crictl lists them'],
  ])('%s begins with a small letter', (text, written) => {
    expect(midSentence(text)).toBe(written);
  });

  test.each([
    'CRI-O reads it in /etc/crio/crio.conf.d',
    'DaemonSets are started by the kubelet',
    'KubeletConfiguration has it as cgroupDriver',
    'Docker Engine keeps it',
    'Dockerfiles need no change',
    'Podman reads it',
    'K3s brings containerd',
  ])('%s keeps the capital of its name', (text) => {
    expect(midSentence(text)).toBe(text);
    expect(sentence(text)).toBe(text);
  });
});

test('one finding of several lines says what becomes of each, and of what is the same only once', () => {
  const line = (instead: string) => ({ instead }) as Report;
  const told = asOne(line('Delete it'), [line('CRI-O does that itself'), line('Delete it'), line('Write crio for it')]);
  expect(told.instead).toBe('Delete it; CRI-O does that itself; write crio for it');
});
