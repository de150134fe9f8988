/** Every limit on what a repository can make the linter do; each one that is hit becomes a note. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 2 * 1024 * 1024,
  scriptBytes: 8 * 1024 * 1024,
  files: 50_000,
  /** Files that are counted in folders that are left out. */
  countedFiles: 20_000,
  /** Folders inside folders. */
  folderDepth: 100,
  /** Texts inside texts: a script in a here-document in a ConfigMap in a list… */
  nesting: 8,
  archiveBytes: 50 * 1024 * 1024,
  archiveEntryBytes: 5 * 1024 * 1024,
  archiveEntries: 10_000,
  /** Bytes out for bytes in. */
  archiveRatio: 100,
  /** An archive that unpacks to less is no bomb, whatever its ratio. */
  archiveHarmlessBytes: 16 * 1024 * 1024,
  /** Milliseconds that one file or chart may take before the rest of it is left. */
  fileMilliseconds: 20_000,
} as const;
