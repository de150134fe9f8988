import { describe, expect, it } from 'vitest';
import { isWorthReading } from '../../src/files/worth-reading.ts';

describe('a file whose name has no ending', () => {
  it.each([
    ['commands of docker', 'docker pull registry.example/pause:3.1\n'],
    ['commands that the fixes left behind', 'crictl pull registry.example/pause:3.1\n'],
    ['imports by containerd’s own client', 'sudo ctr images import images.tar\n'],
    ['a unit', '[Unit]\nAfter=docker.service\n'],
    ['flags of the kubelet', '--network-plugin=cni\n'],
    ['a script’s first line', '#!/bin/sh\nls\n'],
  ])('is read for %s', (_what, text) => {
    expect(isWorthReading('deploy/images of the nodes', text)).toBe(true);
  });

  it.each([
    ['prose about docker', 'Pull the images with docker first.\n'],
    ['a command shown in prose', 'First:\n\n    docker pull registry.example/pause:3.1\n'],
  ])('is left alone for %s', (_what, text) => {
    expect(isWorthReading('deploy/images of the nodes', text)).toBe(false);
  });
});

describe('a pipeline of Jenkins without an extension', () => {
  it.each([
    ["podTemplate(label: 'x') {\n  node('x') { }\n}\n", true],
    ['pipeline {\n  agent any\n  stages { }\n}\n', true],
    ['A pipeline { of } words.\n', false],
  ])('%j', (text, isRead) => {
    expect(isWorthReading('jobs/pipeline', text)).toBe(isRead);
  });
});
