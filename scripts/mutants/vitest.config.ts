import { defineConfig } from 'vitest/config';

/** The quick tests of `src/placing/`, `src/stages/` and `src/judge.ts`, in one thread: a mutant needs no module read again for each file. */
export default defineConfig({
  test: {
    include: [
      'test/{placing,stages,suppress,rules}/**/*.test.ts',
      'test/{judge,rules,projects,word-filter,own-knowledge,written-options,lint-lazily,carriers,carriers-on-nodes}.test.ts',
    ],
    // What it measures is not what a mutant changes.
    exclude: ['test/rules/tools.test.ts'],
    setupFiles: ['scripts/mutants/setup.ts'],
    // What Stryker counts is taken after Stryker has counted it.
    sequence: { hooks: 'list' },
    isolate: false,
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
