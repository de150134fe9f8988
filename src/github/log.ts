/** Everything the Action prints: commands that the runner obeys, and text that it must not take for one. */
import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import type { Severity } from '../model/finding.ts';
import { commandText, logText, oneLine } from '../report/escape.ts';
import type { AnnotationPlace } from '../report/github.ts';

export interface Log {
  /** Text for people. The runner stops looking for commands until it is over. */
  text(content: string): void;
  /** One line for people. */
  line(content: string): void;
  /** Text for people behind a title, folded until it is asked for. */
  group(title: string, content: string): void;
  /** Only shown where the debug log is switched on. */
  debug(content: string): void;
  annotate(level: Severity, message: string, place: AnnotationPlace): void;
  mask(secret: string): void;
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** The toolkit escapes what would end a command; what would begin one, or is invisible, is dealt with before. */
export function createLog(write: (text: string) => void): Log {
  const text = (content: string): void => {
    const token = randomBytes(24).toString('hex');
    write(`::stop-commands::${token}\n${logText(content.trimEnd())}\n::${token}::\n`);
  };
  return {
    text,
    line: (content) => write(`${logText(content).replaceAll('\n', ' ')}\n`),
    group(title, content) {
      core.startGroup(commandText(oneLine(title)));
      text(content);
      core.endGroup();
    },
    debug(content) {
      if (core.isDebug()) core.debug(commandText(content));
    },
    annotate(level, message, { title, ...place }) {
      ANNOTATE[level](commandText(message), { title: commandText(oneLine(title)), ...place });
    },
    mask: core.setSecret,
  };
}
