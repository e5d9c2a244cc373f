/** Reads UOF markup as a stream: paragraphs and cells as lines, metadata, objects in Base64. */
import type { Line, Part } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'

/** Element names carry a number behind an underscore from version 2 on: 段落_416B. */
const plain = (local: string): string => local.replace(/_[0-9A-F]{4}$/i, '')

/** Around which a text is not of the body. */
const parts: Readonly<Record<string, Part>> = {
  页眉: 'header',
  页脚: 'footer',
  脚注: 'footnote',
  尾注: 'endnote',
  批注: 'comment',
  批注内容: 'comment',
  元数据: 'metadata',
  幻灯片备注: 'notes',
}
/** A block of text of its own. */
const blocks = new Set(['段落', '单元格'])
/** Letters that are elements of their own. */
const letters: Readonly<Record<string, string>> = { 制表符: '\t', 空格符: ' ', 换行符: '\n' }
const MOST_FILES = 10_000

interface Frame {
  readonly name: string
  readonly part: Part
  text: string
}

export class UofReader implements XmlSink {
  /** Finished lines, to be taken by whoever reads. */
  readonly lines: Line[] = []
  readonly files: { readonly extension: string; readonly bytes: Uint8Array }[] = []
  readonly #frames: Frame[] = []
  readonly #blocks: string[] = []
  readonly #kinds: string[] = []

  open(element: XmlElement): void {
    const name = plain(element.local)
    const around = this.#frames.at(-1)?.part ?? 'body'
    this.#frames.push({ name, part: parts[name] ?? around, text: '' })
    if (name === '其他对象') {
      const attributes = Object.entries(element.attributes())
      this.#kinds.push(attributes.find(([key]) => /公共类型/.test(key))?.[1] ?? 'bin')
    }
    if (blocks.has(name)) this.#blocks.push('')
    else if (letters[name]) this.#add(letters[name])
  }

  text(text: string): void {
    const frame = this.#frames.at(-1)
    if (!frame) return
    if (frame.name === '文本串' && this.#blocks.length > 0) this.#add(text)
    else frame.text += text
  }

  #add(text: string): void {
    if (this.#blocks.length > 0) this.#blocks[this.#blocks.length - 1] += text
  }

  close(): void {
    const { name, part, text } = this.#frames.pop()!
    if (name === '数据' && this.#kinds.length > 0) this.#file(text)
    if (name === '其他对象') this.#kinds.pop()
    if (blocks.has(name)) this.#say(this.#blocks.pop() ?? '', part)
    // Words outside of paragraphs: titles, names of styles and sheets, values of fields.
    else if (hasHan(text)) this.#say(text, part === 'body' && name !== '文本串' ? 'metadata' : part, name)
  }

  #say(text: string, part: Part, label?: string): void {
    for (const line of text.split('\n'))
      if (line.trim())
        this.lines.push(statedLine(line.trim(), { part, ...(label !== undefined && { label }) }))
  }

  #file(text: string): void {
    const bytes = Buffer.from(text, 'base64')
    const extension =
      this.#kinds
        .at(-1)!
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '') || 'bin'
    if (bytes.length > 0 && this.files.length < MOST_FILES) this.files.push({ extension, bytes })
  }
}
