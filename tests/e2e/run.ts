/** Runs the real command in a scrubbed environment, as a user or a CI step would. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'

export const bin = fileURLToPath(new URL('../../bin/secscan.js', import.meta.url))
export const fixtures = fileURLToPath(new URL('../../fixtures/scan', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export function secscan(
  args: readonly string[],
  {
    cwd = fixtures,
    env = {},
    stdin,
  }: { cwd?: string; env?: Record<string, string>; stdin?: Uint8Array } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
  })
  const read = (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    return () => Buffer.concat(chunks).toString('utf8')
  }
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)]
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, stdout: stdout(), stderr: stderr() })),
  )
}

export interface ReportJson {
  readonly schema: 1
  readonly verdict: 'publish' | 'block'
  readonly needsReview: number
  readonly complete: boolean
  readonly inputs: readonly {
    readonly path: string
    readonly sha256: string
    readonly verdict: string
    readonly findings: readonly {
      readonly id: string
      readonly rule: string
      readonly level: string
      readonly quote: string
      readonly channel: string
      readonly sight: string
      readonly place: readonly Record<string, unknown>[]
    }[]
    readonly gaps: readonly { readonly cause: string; readonly detail: string }[]
    readonly documents: readonly { readonly format: string; readonly notes: readonly string[] }[]
  }[]
  readonly counts: Readonly<Record<string, number>>
  readonly ocr: { readonly engine: string; readonly backend: string } | null
}

const schema = new URL('../../schemas/report.schema.json', import.meta.url)
const isReport = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<ReportJson>(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
)

/** Every report a test asks for is held against the published schema. */
export async function report(args: readonly string[], options?: Parameters<typeof secscan>[1]) {
  const ran = await secscan([...args, '--format', 'json'], options)
  const json: unknown = JSON.parse(ran.stdout)
  if (!isReport(json)) throw new Error(JSON.stringify(isReport.errors, null, 1))
  return { ...ran, json }
}
