/** What the editor was told last, so that files that are clean now are told so. */
import type { FileReport } from './scan-request.ts';

export interface Published {
  /** All files of a folder that have something to say; those that had, and have not any more, are emptied. */
  publish(key: string, files: readonly FileReport[]): void;
  reportOn(key: string, uri: string): FileReport | undefined;
}

export function createPublished(send: (file: FileReport, key: string) => void): Published {
  const last = new Map<string, ReadonlyMap<string, FileReport>>();
  return {
    publish(key, files) {
      const now = new Map(files.map((file) => [file.uri, file]));
      for (const uri of last.get(key)?.keys() ?? []) if (!now.has(uri)) send(emptyReport(uri), key);
      last.set(key, now);
      for (const file of now.values()) send(file, key);
    },
    reportOn: (key, uri) => last.get(key)?.get(uri),
  };
}

function emptyReport(uri: string): FileReport {
  return { uri, problems: [], safeEdits: [] };
}
