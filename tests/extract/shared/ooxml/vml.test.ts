/** VML that is no XML. */
import { expect, it } from 'vitest'
import { vmlAsXml } from '../../../../src/extract/shared/ooxml/vml.js'
import { readXmlText } from '../../../../src/extract/shared/xml/text.js'

const texts = (vml: string) => {
  const { found, fault } = readXmlText(vmlAsXml(Buffer.from(vml)))
  return { fault, text: found.map(({ text }) => text).join('|') }
}

it('reads the HTML that Excel leaves open', () => {
  const vml = '<xml><![if !mso]><p>甲<br>乙&nbsp;丙</p><![endif]><hr size="1"><b>丁<BR/>戊</b></xml>'
  expect(texts(vml)).toEqual({ fault: null, text: '甲乙\u00a0丙|丁戊' })
})

it('leaves XML as it is', () => {
  const bytes = Buffer.from('<xml><a b="&lt;br&gt;">文&amp;字</a></xml>')
  expect(vmlAsXml(bytes)).toBe(bytes)
})

it('what is broken stays broken', () => expect(texts('<xml><a>文').fault).not.toBeNull())
