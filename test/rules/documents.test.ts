import { expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { holdsOne } from '../../src/rules/shared/documents.ts';
import type { View } from '../../src/text/view.ts';

test('a text that a thousand documents stand over, as in Terraform, is read once for all of them', () => {
  let reads = 0;
  const view: View = {
    get text() {
      reads += 1;
      return 'resource "aws_instance" "node" { user_data = "docker ps" }';
    },
    root: () => {
      throw new Error('no question about words asks for a place');
    },
    encode: () => null,
  };
  const document = { path: 'main.tf', view } as unknown as Document;
  const words = ['containerd', 'docker'];

  const answers = Array.from({ length: 1000 }, () => holdsOne({ ...document }, words));

  expect(new Set(answers)).toEqual(new Set([true]));
  expect(reads).toBe(1);
});
