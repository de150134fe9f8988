/** The bytes of what a person picked or dropped, folders with all that is in them. */

export interface DroppedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MOST_FILES = 20_000;

export function pickedFiles(list: Iterable<File>): Promise<readonly DroppedFile[]> {
  return Promise.all([...list].slice(0, MOST_FILES).map((file) => read(file, file.webkitRelativePath || file.name)));
}

/** The entries must be asked for before anything is waited for: they are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return pickedFiles(transfer.files);
  const found: DroppedFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    found.push(await read(file, entry.fullPath.replace(/^\//, '')));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
      if (some.length === 0) return;
      for (const one of some) await collect(one, found);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function read(file: File, path: string): Promise<DroppedFile> {
  return { path, bytes: new Uint8Array(await file.arrayBuffer()) };
}
