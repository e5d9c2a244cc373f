/** Files put into a document through the object packager of Windows ([MS-OLEDS] 2.3.6 and 2.2.5). */
import iconv from 'iconv-lite'

const four = (value) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const ended = (text) => Buffer.concat([iconv.encode(text, 'gbk'), Buffer.from([0])])
const counted = (bytes) => Buffer.concat([four(bytes.length), bytes])

/** Label, path, then the file. */
const packed = (name, bytes) =>
  Buffer.concat([
    Buffer.from([2, 0]),
    ended(name),
    ended(`C:\\${name}`),
    four(0x30000),
    counted(ended(`C:\\${name}`)),
    counted(bytes),
  ])

/** The stream `\1Ole10Native` of an object. @param {string} name @param {Buffer} bytes */
export const nativeStream = (name, bytes) => counted(packed(name, bytes))

/** An OLE 1 object, as `\objdata` of RTF holds it: any program's data. @param {string} program @param {Buffer} native */
export const oldObject = (program, native) =>
  Buffer.concat([four(0x501), four(2), counted(ended(program)), four(0), four(0), counted(native)])

/** The same with a file put in by the packager. @param {string} name @param {Buffer} bytes */
export const oldPackage = (name, bytes) => oldObject('Package', packed(name, bytes))
