/** A file as it is linted. */
export interface InputFile {
  /** Relative to the scanned root, with forward slashes. */
  readonly path: string;
  /** May be read from the disk each time that it is asked for, where a repository is large: who needs it twice keeps it. */
  readonly text: string;
}

/** The file for a few questions in a row: its text is read when the first of them needs it, and once. */
export function readOnce(file: InputFile): InputFile {
  let text: string | undefined;
  return {
    path: file.path,
    get text() {
      text ??= file.text;
      return text;
    },
  };
}
