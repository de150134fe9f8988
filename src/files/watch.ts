/** Waits until something below a folder changes. */
import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const QUIET_MS = 120;
/** What nobody reads, and what changes all the time. */
const ELSEWHERE = /(?:^|[\\/])(?:\.git|\.hg|\.svn|node_modules)(?:[\\/]|$)/;

/** Rejects where the folder cannot be watched. `isOwn` is asked with paths relative to the folder: what the run itself writes. */
export function untilChange(folder: string, isOwn: (path: string) => boolean): Promise<void> {
  return new Promise((done, fail) => {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(folder, { recursive: true }, (_, name) => {
      if (typeof name === 'string' && (ELSEWHERE.test(name) || isOwn(name))) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        watcher.close();
        done();
      }, QUIET_MS);
    });
    watcher.on('error', (error) => {
      watcher.close();
      fail(error);
    });
  });
}
