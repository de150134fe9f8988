/** A file whose text need not stay in memory. */
import type { InputFile } from '../model/input.ts';

interface Stored {
  readonly stored: InputFile;
  /** From then on the text is read each time that it is asked for. */
  letGo(): void;
}

export function storedFile({ path, text }: InputFile, read: () => string): Stored {
  let held: string | undefined = text;
  return {
    stored: {
      path,
      get text() {
        return held ?? read();
      },
    },
    letGo: () => {
      held = undefined;
    },
  };
}
