/** Builds fixtures/extract/uof/<case>/: documents of the Chinese national format, versions 1 and 2. */
import { writeCases } from './write-cases.mjs'
import { zipOf } from './zip.mjs'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
const paragraph = (...texts) =>
  `<字:段落>${texts.map((text) => `<字:句><字:文本串>${text}</字:文本串></字:句>`).join('')}</字:段落>`
const one = `<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" xmlns:字="http://schemas.uof.org/cn/2003/uof-wordproc" xmlns:表="http://schemas.uof.org/cn/2003/uof-spreadsheet"><uof:元数据><uof:标题>年度安排</uof:标题></uof:元数据><uof:对象集><uof:其他对象 uof:公共类型="png"><uof:数据>${dot}</uof:数据></uof:其他对象></uof:对象集><uof:文字处理><字:主体><字:页眉>${paragraph('页眉里的字')}</字:页眉>${paragraph('内部', '资料')}<字:段落><字:句><字:文本串>甲<字:制表符/></字:文本串></字:句><字:句><字:文本串>乙</字:文本串></字:句></字:段落><字:文字表><字:行><字:单元格>${paragraph('格中的字')}</字:单元格></字:行></字:文字表><字:批注>${paragraph('批注里的字')}</字:批注></字:主体></uof:文字处理></uof:UOF>`
const two =
  '<?xml version="1.0" encoding="UTF-8"?><字:文字处理文档_4225 xmlns:字="http://schemas.uof.org/cn/2009/wordproc"><字:段落_416B><字:句_419D><字:文本串_415B>内部</字:文本串_415B></字:句_419D><字:句_419D><字:文本串_415B>资料</字:文本串_415B></字:句_419D></字:段落_416B></字:文字处理文档_4225>'

writeCases('uof', {
  text: { 'input.uof': one },
  package: {
    'input.uot': zipOf({
      'uof.xml': '<?xml version="1.0"?><uof:UOF_0000 xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>',
      '_meta/meta.xml':
        '<?xml version="1.0"?><元:元数据_5200 xmlns:元="http://schemas.uof.org/cn/2009/metadata"><元:标题_5201>年度安排</元:标题_5201></元:元数据_5200>',
      'content.xml': two,
      'data/1.png': Buffer.from(dot, 'base64'),
    }),
  },
  'cut-off': { 'input.uof': one.slice(0, one.indexOf('甲')) },
})
