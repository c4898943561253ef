/** Text as the bytes of a file, UTF-8. */
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
