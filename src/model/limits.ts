/** Every limit on what a repository can make the linter do; each one that is hit becomes a note. */
const MIB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 8 * MIB,
  /** Characters of one script, one YAML document, or another text that is parsed as a whole. */
  documentCharacters: 2 * MIB,
  /** Characters of one chart with its sub-charts. */
  chartCharacters: 16 * MIB,
  /** Characters of charts that others name by their folder, each counted as often as it is named. */
  neighbourCharacters: 64 * MIB,
  /** Files of one run. */
  files: 200_000,
  /** Files that are counted in folders that are left out. */
  countedFiles: 20_000,
  /** Characters of all files of one run that are held at once, those of archives included. */
  runCharacters: 160 * MIB,
  /** Characters from which on files that say nothing of interest are no longer held. */
  heldCharacters: 24 * MIB,
  /** Facts of all files of one run: what is told about words of a file. */
  runFacts: 300_000,
  /** Lines, values and commands that are looked at in one file. */
  fileSteps: 1_000_000,
  /** The same in one chart, over all of its renders. */
  chartSteps: 5_000_000,
  /** Milliseconds of one run; the only limit that depends on the machine. */
  runMilliseconds: 15 * 60_000,
  /** Places that one finding shows: a socket of a large chart is mounted by a dozen containers, each through a helper. */
  relatedPlaces: 60,
  /** Places that are shown with one finding because their files repeat it; reports cut them again. */
  copies: 1000,
  /** Lines that nothing explains, of which the reports hold so many. */
  shownUnexplained: 500,
  /** Folders inside folders. */
  folderDepth: 100,
  /** Texts inside texts: a script in a here-document in a ConfigMap in a list… */
  nesting: 8,
  archiveBytes: 50 * MIB,
  archiveEntryBytes: 5 * MIB,
  archiveEntries: 10_000,
  /** Bytes out for bytes in. */
  archiveRatio: 100,
  /** An archive that unpacks to less is no bomb, whatever its ratio. */
  archiveHarmlessBytes: 16 * MIB,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
