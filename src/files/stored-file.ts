/** A file whose text need not stay in memory. */
import type { InputFile } from '../model/input.ts';

// A large repository has a hundred thousand: an object with a getter of its own takes ten times the memory of one of a class.

export class StoredFile implements InputFile {
  readonly path: string;
  readonly #read: (path: string) => string;
  #held: string | undefined;

  constructor({ path, text }: InputFile, read: (path: string) => string) {
    this.path = path;
    this.#read = read;
    this.#held = text;
  }

  get text(): string {
    return this.#held ?? this.#read(this.path);
  }

  /** From then on the text is read each time that it is asked for. */
  letGo(): void {
    this.#held = undefined;
  }
}
