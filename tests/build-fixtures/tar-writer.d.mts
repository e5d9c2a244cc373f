/** Types of the tar writer, for tests. */
export interface TarEntry {
  readonly name: string | Buffer
  readonly content?: string | Buffer
  readonly type?: string
  readonly link?: string
  readonly prefix?: string
  readonly size?: number
  readonly magic?: string
}
export function tarBlock(entry: TarEntry): Buffer
export function paxRecord(key: string, value: string): string
export function tarOf(entries: readonly TarEntry[], how?: { end?: boolean }): Buffer
