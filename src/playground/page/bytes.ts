/** dockerfile-ast asks Node's Buffer for the bytes of one character; the build gives it this in its place. */
export const Buffer = { from: (text: string) => new TextEncoder().encode(text) };
