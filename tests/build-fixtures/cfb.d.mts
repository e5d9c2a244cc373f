/** Types of cfb.mjs for the tests that build their own compound files. */
export function cfbOf(streams: Record<string, string | Uint8Array>): Buffer
