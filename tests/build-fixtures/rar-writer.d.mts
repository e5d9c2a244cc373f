/** Types of the RAR writer, for tests. */
export function rar5Of(
  entries: readonly [string, Buffer | string][],
  how?: { volume?: boolean; badSum?: string },
): Buffer
export function rar4Of(entries: readonly [Buffer, Buffer | string][]): Buffer
