/** Opens a PDF in the engine and closes it again; the last one closed is kept for the next page range of the same bytes. */
import { Uninspectable } from '../../errors.js'
import type { Source } from '../../types.js'
import { dropEngine, type Engine, startEngine, tooLarge } from './engine.js'
import { withHeader } from './header.js'

export interface OpenPdf {
  readonly engine: Engine
  /** FPDF_DOCUMENT. */
  readonly handle: number
  readonly pageCount: number
  /** The file's bytes inside WASM memory. Ask again after other calls: growing memory detaches the view. */
  bytes(): Uint8Array
  /** FPDF_PAGE of a 0-based index, 0 if it cannot be loaded; one page is open at a time, the next call closes it. */
  page(index: number): number
  /** FPDF_FORMHANDLE for drawing form fields; 0 if the document has no form. */
  form(): number
  /** Gives the document back. It stays open until another one is given back or opened, or `closeKeptPdf` is called. */
  release(): void
  /** The engine crashed inside this document: both are given up, nothing in them is touched again. */
  abandon(): void
  readonly isOpen: boolean
}

/** FPDF_ERR_* of fpdfview.h. */
const passwordNeeded = 4
const securityUnknown = 5
/** What a document may take besides twice its own size: a page of 32 million pixels, fonts, unpacked streams. */
const baseMemory = 512 * 1024 * 1024
/** An engine whose memory grew beyond this is replaced once its document is closed: WASM memory never shrinks. */
const largestIdle = 400 * 1024 * 1024

class Pdf implements OpenPdf {
  readonly engine: Engine
  readonly handle: number
  readonly pageCount: number
  readonly #start: number
  readonly #size: number
  #page = 0
  #index = -1
  #form = 0
  #formInfo = 0
  isOpen = true

  constructor(engine: Engine, handle: number, start: number, size: number) {
    this.engine = engine
    this.handle = handle
    this.#start = start
    this.#size = size
    this.pageCount = engine.call.FPDF_GetPageCount(handle)
  }

  bytes(): Uint8Array {
    return this.engine.memory().u8.subarray(this.#start, this.#start + this.#size)
  }

  page(index: number): number {
    if (this.#index === index) return this.#page
    this.#closePage()
    this.#page = this.engine.call.FPDF_LoadPage(this.handle, index)
    this.#index = index
    if (this.#form && this.#page) this.engine.call.FORM_OnAfterLoadPage(this.#page, this.#form)
    return this.#page
  }

  form(): number {
    const { call } = this.engine
    if (this.#formInfo === 0 && call.FPDF_GetFormType(this.handle) > 0) {
      this.#formInfo = call.PDFiumExt_OpenFormFillInfo()
      this.#form = call.PDFiumExt_InitFormFillEnvironment(this.handle, this.#formInfo)
      if (this.#form && this.#page) call.FORM_OnAfterLoadPage(this.#page, this.#form)
    }
    return this.#form
  }

  release(): void {
    keep(this)
  }

  abandon(): void {
    this.isOpen = false
    if (kept === null || kept.engine === this.engine) kept = null
    dropEngine()
  }

  close(): void {
    if (!this.isOpen) return
    this.isOpen = false
    const { call } = this.engine
    this.#closePage()
    if (this.#form) call.PDFiumExt_ExitFormFillEnvironment(this.#form)
    if (this.#formInfo) call.PDFiumExt_CloseFormFillInfo(this.#formInfo)
    call.FPDF_CloseDocument(this.handle)
    call.free(this.#start)
    if (this.engine.memory().u8.length > largestIdle) dropEngine()
  }

  #closePage(): void {
    const { call } = this.engine
    if (this.#page && this.#form) call.FORM_OnBeforeClosePage(this.#page, this.#form)
    if (this.#page) call.FPDF_ClosePage(this.#page)
    this.#page = 0
    this.#index = -1
  }
}

let kept: Pdf | null = null

function keep(document: Pdf): void {
  if (!document.isOpen) return
  if (kept && kept !== document) kept.close()
  kept = document
}

/** Frees the document kept for the next range. */
export function closeKeptPdf(): void {
  kept?.close()
  kept = null
}

/**
 * Throws Uninspectable `encrypted` (the empty password does not open it) or `corrupt` (PDFium refuses it).
 * A kept document is used again only if every byte is the same.
 */
export async function openPdf(source: Source): Promise<OpenPdf> {
  const bytes = withHeader(await source.bytes())
  const before = kept
  kept = null
  if (before && Buffer.compare(before.bytes(), bytes) === 0) return before
  before?.close()
  return load(await startEngine(), bytes)
}

function load(engine: Engine, bytes: Uint8Array): OpenPdf {
  const { call } = engine
  engine.allow(baseMemory + 2 * bytes.length)
  const start = call.malloc(bytes.length || 1)
  if (start === 0) throw tooLarge(bytes.length)
  engine.memory().u8.set(bytes, start)
  const handle = call.FPDF_LoadMemDocument(start, bytes.length, 0)
  if (handle !== 0) return new Pdf(engine, handle, start, bytes.length)
  const error = call.FPDF_GetLastError()
  call.free(start)
  if (error === passwordNeeded) throw new Uninspectable('encrypted', { code: 'pdf.encrypted' })
  if (error === securityUnknown) throw new Uninspectable('encrypted', { code: 'pdf.security' })
  throw new Uninspectable('corrupt', { code: 'pdf.refused' })
}
