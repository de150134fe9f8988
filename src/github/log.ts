/** Everything the Action prints: commands that the runner obeys, and text that it must not take for one. */
import { randomBytes } from 'node:crypto';
import { escapeData, escapeProperty, logText } from '../report/escape.ts';

export interface Log {
  /** Text for people. The runner stops looking for commands until it is over. */
  text(content: string): void;
  /** One line for people. */
  line(content: string): void;
  command(name: 'error' | 'warning' | 'notice', properties: Readonly<Record<string, string>>, message: string): void;
  /** Finished commands of a reporter. */
  commands(lines: string): void;
  mask(secret: string): void;
}

export function createLog(write: (text: string) => void): Log {
  return {
    text(content) {
      const token = randomBytes(24).toString('hex');
      write(`::stop-commands::${token}\n${logText(content.trimEnd())}\n::${token}::\n`);
    },
    line: (content) => write(`${logText(content).replaceAll('\n', ' ')}\n`),
    command(name, properties, message) {
      const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
      write(`::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(message)}\n`);
    },
    commands: (lines) => {
      if (lines !== '') write(lines.endsWith('\n') ? lines : `${lines}\n`);
    },
    mask: (secret) => write(`::add-mask::${escapeSecret(secret)}\n`),
  };
}

/** As the toolkit does it: a mask must be the exact text, so nothing but the command's own signs is escaped. */
function escapeSecret(secret: string): string {
  return secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
