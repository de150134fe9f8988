/** Patterns that match nothing are told, with what to write in their place. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/load.ts';
import { mergeLayers } from '../../src/config/options.ts';
import { patternNotes, type Seen } from '../../src/run/patterns.ts';

const SEEN: Seen = {
  paths: ['charts/old/values.yaml', 'charts/new/values.yaml', 'legacy/nodes/join.sh', 'node_modules'],
  unopened: ['node_modules'],
  isWhole: true,
  base: '',
};

function notes(config: string, seen: Partial<Seen> = {}): readonly string[] {
  return patternNotes(mergeLayers([readConfig('c', config)]), { ...SEEN, ...seen }).map(({ message }) => message);
}

describe('a pattern that cannot match', () => {
  it.each([
    [
      String.raw`exclude: ['charts\old']`,
      'the pattern "charts\\old" of exclude matches nothing: folders are separated by forward slashes; write "charts/old"',
    ],
    [
      'exclude: ["!charts/old"]',
      'the pattern "!charts/old" of exclude matches nothing: what is excluded cannot be taken back; write patterns for what is to be left out, without "charts/old"',
    ],
    [
      "exclude: ['charts/{old,new}/**']",
      'the pattern "charts/{old,new}/**" of exclude matches nothing: braces are not read; write "charts/old/**" and "charts/new/**"',
    ],
    [
      "exclude: ['C:/charts']",
      'the pattern "C:/charts" of exclude matches nothing: patterns start at a folder of the repository, not at a drive',
    ],
    [
      'overrides: [{paths: [chart/old], rules: {docker-cli-command: off}}]',
      'the pattern "chart/old" of overrides matches no file or folder; did you mean "charts/old"?',
    ],
    [
      'knowledge: {places: [{paths: [ops/boot/**], place: node}]}',
      'the pattern "ops/boot/**" of knowledge.places matches no file or folder',
    ],
    ['exclude: [legcay]', 'the pattern "legcay" of exclude matches no file or folder; did you mean "legacy"?'],
  ])('%s', (config, message) => {
    expect(notes(config)).toEqual([message]);
  });
});

describe('nothing is said', () => {
  it.each([
    ['of patterns that match', 'exclude: [legacy, charts/old/**, "**/*.sh", ./charts/new, /charts]'],
    ['of a name that a build may make', 'exclude: [dist, "**/build/**", "*.generated.yaml"]'],
    ['of what may stand in a folder that nobody opened', 'exclude: [node_modules/agent/**]'],
  ])('%s', (_, config) => {
    expect(notes(config)).toEqual([]);
  });

  it('where only a part of the repository was looked at, but for what cannot match anywhere', () => {
    expect(notes("exclude: [other/folder, 'a\\b']", { isWhole: false })).toHaveLength(1);
  });
});
