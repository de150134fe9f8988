/** A file as it is linted. */
export interface InputFile {
  /** Relative to the scanned root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
