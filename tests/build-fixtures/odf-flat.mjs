/** Builds fixtures/extract/odf/flat-*: OpenDocument in a single XML file. */
import { writeCases } from './write-cases.mjs'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const flat = (kind, inner, styles = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="${oasis}office:1.0" xmlns:text="${oasis}text:1.0" xmlns:table="${oasis}table:1.0" xmlns:draw="${oasis}drawing:1.0" xmlns:style="${oasis}style:1.0" xmlns:meta="${oasis}meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:meta><dc:title>平面文件</dc:title><meta:user-defined meta:name="密级">秘密</meta:user-defined></office:meta>${styles}<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>页眉里的字</text:p></style:header></style:master-page></office:master-styles><office:body><office:${kind}>${inner}</office:${kind}></office:body></office:document>`
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

writeCases('odf', {
  'flat-text': {
    'input.fodt': flat(
      'text',
      `<text:p>机密★10年</text:p><text:p><draw:frame><draw:image><office:binary-data>${dot}</office:binary-data></draw:image></draw:frame>图下的字</text:p>`,
    ),
  },
  'words-in-attributes': {
    'input.fodt': flat(
      'text',
      `<office:forms xmlns:form="${oasis}form:1.0"><form:form form:name="f"><form:button form:label="按钮上的字"/><form:listbox><form:option form:label="选项一" form:value="a"/></form:listbox><form:text form:current-value="填好的字"/></form:form></office:forms><text:user-field-decls><text:user-field-decl text:name="密" office:string-value="变量的值"/></text:user-field-decls><text:p><text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="显示的字" text:string-value-if-false="不显示的字">旧的字</text:conditional-text></text:p><text:p><text:conditional-text text:condition="ooow:x==1" text:string-value-if-true="甲" text:string-value-if-false="乙">甲</text:conditional-text></text:p><text:p><text:ruby><text:ruby-base>内</text:ruby-base><text:ruby-text>nèi</text:ruby-text></text:ruby><text:ruby><text:ruby-base>部</text:ruby-base><text:ruby-text>bù</text:ruby-text></text:ruby>资料</text:p><text:p><text:drop-down text:name="级"><text:label text:value="下拉的选项"/>选中的字</text:drop-down></text:p>`,
    ),
  },
  lists: {
    'input.fodt': flat(
      'text',
      '<text:list text:style-name="L"><text:list-item><text:p/><text:list><text:list-item><text:p>第一段</text:p><text:p>同一项</text:p></text:list-item><text:list-item><text:p>第二段</text:p></text:list-item></text:list></text:list-item><text:list-item text:start-value="20"><text:p>另起</text:p></text:list-item></text:list><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>接着</text:p></text:list-item></text:list><text:list text:style-name="N"><text:list-item><text:p>只有数字</text:p></text:list-item></text:list><text:h text:outline-level="1">标题</text:h><text:list text:style-name="没有"><text:list-item><text:p>没有这个列表</text:p></text:list-item></text:list>',
      '<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="内部★" style:num-suffix="年" style:num-format="1" text:start-value="10"/><text:list-level-style-number text:level="2" style:num-prefix="（内部" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style><text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style><text:outline-style><text:outline-level-style text:level="1" style:num-prefix="密" style:num-suffix="号" style:num-format="1"/></text:outline-style></office:automatic-styles>',
    ),
  },
  'deleted-in-place': {
    'input.fodt': flat(
      'text',
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>李四</dc:creator></office:change-info></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes><text:p>删去<text:change-start text:change-id="c1"/>机密★20年<text:change-end text:change-id="c1"/>之后<text:change-start text:change-id="c2"/>加上的<text:change-end text:change-id="c2"/></text:p>',
    ),
  },
  'chart-grounds': {
    'input.fodt': flat(
      'chart',
      `<chart:chart chart:style-name="dark" xmlns:chart="${oasis}chart:1.0"><chart:title chart:style-name="none"><text:p text:style-name="white">深色图上的白字</text:p></chart:title><chart:legend chart:style-name="light"><text:p text:style-name="white">白底上的白字</text:p></chart:legend><chart:series chart:style-name="light"><chart:data-label><text:p text:style-name="white">柱上的白字</text:p></chart:data-label></chart:series></chart:chart>`,
      `<office:automatic-styles xmlns:fo="${oasis}xsl-fo-compatible:1.0"><style:style style:name="dark" style:family="chart"><style:graphic-properties draw:fill="solid" draw:fill-color="#000000"/></style:style><style:style style:name="light" style:family="chart"><style:graphic-properties draw:fill="solid" draw:fill-color="#ffffff"/></style:style><style:style style:name="none" style:family="chart"><style:graphic-properties draw:fill="none"/></style:style><style:style style:name="white" style:family="paragraph"><style:text-properties fo:color="#ffffff"/></style:style></office:automatic-styles>`,
    ),
  },
  'flat-sheet': {
    'input.fods': flat(
      'spreadsheet',
      '<table:table table:name="名单"><table:table-row><table:table-cell><text:p>张三</text:p></table:table-cell></table:table-row></table:table>',
    ),
  },
})
