import { expect, test } from 'vitest';
import { readGroovy } from '../../src/languages/groovy.ts';
import { readWith } from '../languages/text-support.ts';
import { steps } from './steps.ts';

test('the same work takes the same steps, however often it ran before', () => {
  const text = '@"\n'.repeat(5000);
  const counts = Array.from({ length: 12 }, () => steps(() => readWith(readGroovy, 'Jenkinsfile', text)));
  expect(new Set(counts.slice(1))).toEqual(new Set([counts[1]]));
});
