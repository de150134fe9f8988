/** What the exit status of the command line means. */
export const EXIT = {
  clean: 0,
  findings: 1,
  usage: 2,
  nothing: 3,
  bug: 4,
  notUnderstood: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
