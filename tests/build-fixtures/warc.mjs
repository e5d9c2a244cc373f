/** Builds fixtures/extract/warc/<case>/input.warc: sites as crawlers keep them. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { answer, chunked, record } from './warc-writer.mjs'
import { writeCases } from './write-cases.mjs'

const site = 'http://www.qinghe.example'
const page = (title, words) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`
const html = { 'Content-Type': 'text/html; charset=utf-8' }
const clean = Buffer.from(
  page('植树通知', '各乡镇请于三月完成植树。<a href="/fj/list.txt">附件</a> <a href="miss.pdf">名单</a>'),
)
const marked = Buffer.from(page('机密★10年', '关于召开工作会议的通知'))
const info = record(
  'warcinfo',
  { 'WARC-Filename': 'qinghe.warc', 'Content-Type': 'application/warc-fields' },
  Buffer.from('software: crawler/1.0\r\nformat: WARC File Format 1.1\r\n'),
)
const request = record(
  'request',
  { 'WARC-Target-URI': `${site}/`, 'Content-Type': 'application/http; msgtype=request' },
  Buffer.from('GET / HTTP/1.1\r\nHost: www.qinghe.example\r\n\r\n'),
)
const moved = answer(`${site}/old`, { Location: '/new' }, '', { status: '302 Found' })
const list = answer(`${site}/fj/list.txt`, { 'Content-Type': 'text/plain; charset=utf-8' }, '名单：略\n')
const again = answer(`${site}/`, html, '', { type: 'revisit' })
const gbk = { 'Content-Type': 'text/html; charset=gbk' }

writeCases('warc', {
  site: { 'input.warc': Buffer.concat([info, request, answer(`${site}/`, html, clean), moved, list, again]) },
  packed: {
    'input.warc': Buffer.concat([
      answer(
        `${site}/a?id=1`,
        { ...html, 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' },
        chunked(gzipSync(marked)),
      ),
      answer(`${site}/a?id=2`, { ...html, 'Content-Encoding': 'br' }, brotliCompressSync(marked)),
      answer(`${site}/b.jsp`, { ...html, 'Content-Encoding': 'deflate' }, deflateSync(marked)),
      answer(`${site}/c`, { ...html, 'Content-Encoding': 'deflate' }, deflateRawSync(marked)),
      answer(`${site}/d.html`, gbk, iconv.encode(page('机密★10年', '通知'), 'gbk')),
    ]),
  },
  'unpacked-before': {
    'input.warc': answer(
      `${site}/`,
      { ...html, 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' },
      marked,
    ),
  },
  resource: {
    'input.warc': Buffer.concat([
      record(
        'resource',
        { 'WARC-Target-URI': `<${site}/%E9%80%9A%E7%9F%A5.html>`, 'Content-Type': 'text/html' },
        marked,
      ),
      record(
        'conversion',
        { 'WARC-Target-URI': `${site}/x.pdf`, 'Content-Type': 'text/plain' },
        Buffer.from('机密★10年\n'),
      ),
    ]),
  },
  faults: {
    'input.warc': Buffer.concat([
      answer(`${site}/1`, { ...html, 'Content-Encoding': 'gzip' }, gzipSync(marked).subarray(0, 60)),
      answer(`${site}/2`, { ...html, 'Transfer-Encoding': 'chunked' }, chunked(marked).subarray(0, 90)),
      answer(
        `${site}/3`,
        { ...html, 'Content-Encoding': 'zstd' },
        Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2, 3]),
      ),
      answer(`${site}/4`, html, clean, { more: { 'WARC-Truncated': 'length' } }),
      answer(`${site}/5`, html, clean, { more: { 'WARC-Segment-Number': '1' } }),
      record('continuation', { 'WARC-Target-URI': `${site}/5`, 'WARC-Segment-Number': '2' }, clean),
      record('response', { 'Content-Type': 'application/http' }, clean, { length: 99_999 }),
    ]),
  },
})
