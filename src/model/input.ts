/** A file as it is linted. */
export interface InputFile {
  /** Relative to the scanned root, with forward slashes. */
  readonly path: string;
  /** May be read from the disk each time that it is asked for, where a repository is large: who needs it twice keeps it. */
  readonly text: string;
}
