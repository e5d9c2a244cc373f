/** Types of docx-writer.mjs for the tests that build their own documents. */
export function p(...runs: string[]): string
export function run(text: string, properties?: string): string
export function raw(inner: string): string
export function cell(inner: string, properties?: string): string
export function row(cells: string[], properties?: string): string
export function table(rows: string[], properties?: string): string
export function deleted(text: string, properties?: string): string
export function root(name: string, inner: string): string
export function partsOf(
  body: string | string[],
  parts?: Record<string, string | Uint8Array>,
): Record<string, string>
export function docx(body: string | string[], parts?: Record<string, string | Uint8Array>): Buffer
