/** Builds fixtures/extract/archive/<case>/input.*. Needs 7zz, bzip2, xz, zstd and genisoimage; the tests do not. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rar4Of, rar5Of } from './rar-writer.mjs'
import { paxRecord, tarOf } from './tar-writer.mjs'
import { writeCases } from './write-cases.mjs'
import { zipOf } from './zip.mjs'

const marked = '秘密★3年\n关于秋粮收购的实施方案\n'
const open = '关于做好秋粮收购的通知\n各乡镇要按月报送工作进展。\n'
const both = { '附件/方案.txt': marked, '通知.txt': open }
/** Long enough that a packer packs it. */
const long = { '附件/方案.txt': open.repeat(20) + marked }
const gbk = (text) => execFileSync('iconv', ['-t', 'GBK'], { input: text })
const filter =
  (command, ...options) =>
  (input) =>
    execFileSync(command, options, { input })
const date = new Date('2024-01-02T03:04:05Z')

/** An archive made by a program from files in a folder of their own. */
function made(files, archive, command, options) {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, 'in', dirname(name)), { recursive: true })
    writeFileSync(join(folder, 'in', name), content)
    utimesSync(join(folder, 'in', name), date, date)
  }
  execFileSync(command, options, { cwd: join(folder, 'in'), stdio: 'ignore' })
  const bytes = readFileSync(join(folder, archive))
  rmSync(folder, { recursive: true })
  return bytes
}

const sevenZip = (files, ...how) =>
  made(files, 'a.7z', '7zz', ['a', '-bd', '-y', '-mtc-', ...how, '../a.7z', '.'])
/** A ZIP whose entries are packed by this method of 7-Zip's. */
const rareZip = (...how) =>
  made(long, 'a.zip', '7zz', ['a', '-bd', '-y', '-tzip', '-mcu', '-mtc-', ...how, '../a.zip', '.'])
const iso = (files) => made(files, 'a.iso', 'genisoimage', ['-quiet', '-J', '-R', '-o', '../a.iso', '.'])
const tarEntries = [
  { name: '附件/', type: '5' },
  { name: '附件/方案.txt', content: marked },
  { name: '通知.txt', content: open },
]
const tar = tarOf(tarEntries)
/** Bytes with nothing in common, the same on every run. */
const noise = createHash('shake256', { outputLength: 4000 }).update('noise').digest()

const comment = (bytes, text) => {
  const written = Buffer.concat([bytes, Buffer.from(text)])
  written.writeUInt16LE(Buffer.byteLength(text), bytes.length - 2)
  return written
}

writeCases('archive', {
  zip: { 'input.zip': comment(zipOf(both), '机密★1年') },
  'zip-names': {
    'input.zip': zipOf([
      [gbk('附件/方案.txt'), marked],
      ['../../up.txt', open],
      ['C:\\drive.txt', open],
      ['nul\0.txt', open],
      ['\u202etxt.exe', open],
      [`${'长'.repeat(1000)}.txt`, open],
      ['same.txt', open],
      ['same.txt', marked],
    ]),
  },
  'zip-appended': { 'input.zip': Buffer.concat([zipOf(both), Buffer.from(marked)]) },
  'zip-empty': { 'input.zip': zipOf({}) },
  'zip-android': {
    'input.apk': zipOf({
      'AndroidManifest.xml': Buffer.from('\x03\0\x08\0 ', 'latin1'),
      'classes.dex': Buffer.from('dex\n035\0', 'latin1'),
      'assets/说明.txt': open,
    }),
  },
  ...Object.fromEntries(
    ['Deflate64', 'BZip2', 'LZMA', 'PPMd', 'xz'].map((method) => [
      `zip-${method.toLowerCase()}`,
      { 'input.zip': rareZip(`-mm=${method}`) },
    ]),
  ),
  'zip-zstd': { 'input.zip': zipOf(long, { method: 93, pack: filter('zstd', '-q') }) },
  'zip-aes': { 'input.zip': rareZip('-p1234', '-mem=AES256') },
  tar: { 'input.tar': tar },
  'tar-long-names': {
    'input.tar': tarOf([
      { name: '././@LongLink', type: 'L', content: `${'长名'.repeat(60)}.txt\0`, magic: 'ustar  \0' },
      { name: 'short', content: marked, magic: 'ustar  \0' },
      {
        name: 'pax',
        type: 'x',
        content: paxRecord('path', '附件/方案.txt') + paxRecord('comment', '内部资料'),
      },
      { name: 'short', content: marked },
      { name: '末.txt', prefix: '前/'.repeat(20) + '前', content: open },
      { name: gbk('方案.txt'), content: open, magic: '' },
      { name: '链接', type: '2', link: '../../etc/passwd' },
      { name: '稀疏', type: 'S', magic: 'ustar  \0' },
    ]),
  },
  'tar-no-end': { 'input.tar': tarOf(tarEntries, { end: false }) },
  'tar-joined': { 'input.tar': Buffer.concat([tarOf(tarEntries.slice(0, 2)), tarOf(tarEntries.slice(2))]) },
  'tar-gz': { 'input.tar.gz': gzipSync(tar) },
  tgz: { 'input.tgz': gzipSync(tar) },
  'gz-two': { 'input.txt.gz': Buffer.concat([gzipSync(open), gzipSync(marked)]) },
  'gz-appended': { 'input.gz': Buffer.concat([gzipSync(open), Buffer.from('后面还有')]) },
  'gz-cut': { 'input.gz': gzipSync(noise).subarray(0, 2000) },
  bz2: { 'input.txt.bz2': filter('bzip2')(marked) },
  xz: { 'input.tar.xz': filter('xz')(tar) },
  zst: { 'input.txt.zst': filter('zstd', '-q')(marked) },
  '7z': { 'input.7z': sevenZip(both) },
  '7z-encrypted': { 'input.7z': sevenZip(both, '-p1234') },
  '7z-encrypted-names': { 'input.7z': sevenZip(both, '-p1234', '-mhe=on') },
  '7z-volume': { 'input.7z.001': sevenZip({ noise }).subarray(0, 1000) },
  rar5: { 'input.rar': rar5Of([...Object.entries(both), ['../上.txt', open]]) },
  rar4: {
    'input.rar': rar4Of([
      [gbk('通知.txt'), marked],
      [gbk('附件\\方案.txt'), open],
    ]),
  },
  'rar-bad-sum': { 'input.rar': rar5Of(Object.entries(both), { badSum: '附件/方案.txt' }) },
  'rar-volume': { 'input.part1.rar': rar5Of(Object.entries(both), { volume: true }) },
  iso: { 'input.iso.gz': gzipSync(iso(both)) },
  'self-extracting': {
    'input.exe': Buffer.concat([
      Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
      Buffer.alloc(2000),
      sevenZip(both),
    ]),
  },
  program: {
    'input.exe': Buffer.concat([
      Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
      Buffer.alloc(256),
    ]),
  },
})
