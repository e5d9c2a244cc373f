/** Types of zip.mjs for the tests that build their own archives. */
type Content = string | Uint8Array
export function zipOf(
  entries: Record<string, Content> | readonly (readonly [name: string | Buffer, content: Content])[],
  how?: { stored?: string[]; method?: number; pack?: (plain: Buffer) => Buffer },
): Buffer
