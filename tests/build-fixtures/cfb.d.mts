/** Types of cfb.mjs for the tests that build their own compound files. */
export interface Tree {
  readonly [name: string]: string | Uint8Array | Tree
}
export function cfbOf(streams: Tree): Buffer
