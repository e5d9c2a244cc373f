interface ModelDigests {
  readonly file: string
  readonly source: string
  readonly result: string
}
export function models(): {
  readonly made: ReadonlyMap<string, Uint8Array>
  readonly digests: Readonly<Record<string, ModelDigests>>
}
