/** The namespaces of Office Open XML, transitional and strict, under the prefixes everyone knows them by. */
import type { Prefixes } from '../xml.js'

const transitional = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'
const microsoft = 'http://schemas.microsoft.com/office/'

/** ECMA-376 Part 1 (strict) and Part 4 (transitional); [MS-DOCX], [MS-ODRAWXML] for the later ones. */
export const ooxmlPrefixes: Prefixes = new Map([
  [`${transitional}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${transitional}spreadsheetml/2006/main`, 's'],
  [`${strict}spreadsheetml/main`, 's'],
  [`${transitional}presentationml/2006/main`, 'p'],
  [`${strict}presentationml/main`, 'p'],
  [`${transitional}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${transitional}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${transitional}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}drawingml/wordprocessingDrawing`, 'wp'],
  [`${transitional}drawingml/2006/picture`, 'pic'],
  [`${strict}drawingml/picture`, 'pic'],
  [`${transitional}drawingml/2006/chart`, 'c'],
  [`${strict}drawingml/chart`, 'c'],
  [`${transitional}drawingml/2006/diagram`, 'dgm'],
  [`${strict}drawingml/diagram`, 'dgm'],
  [`${transitional}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${transitional}officeDocument/2006/extended-properties`, 'app'],
  [`${strict}officeDocument/extendedProperties`, 'app'],
  [`${transitional}officeDocument/2006/custom-properties`, 'custom'],
  [`${strict}officeDocument/customProperties`, 'custom'],
  [`${transitional}officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${strict}officeDocument/docPropsVTypes`, 'vt'],
  [`${transitional}package/2006/content-types`, 'ct'],
  [`${transitional}package/2006/relationships`, 'rel'],
  [`${transitional}package/2006/metadata/core-properties`, 'cp'],
  [`${transitional}markup-compatibility/2006`, 'mc'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ['urn:schemas-microsoft-com:office:excel', 'x'],
  [`${microsoft}word/2010/wordml`, 'w14'],
  [`${microsoft}word/2012/wordml`, 'w15'],
  [`${microsoft}word/2010/wordprocessingShape`, 'wps'],
  [`${microsoft}word/2010/wordprocessingGroup`, 'wpg'],
  [`${microsoft}word/2010/wordprocessingCanvas`, 'wpc'],
  [`${microsoft}drawing/2008/diagram`, 'dsp'],
  [`${microsoft}drawing/2014/chartex`, 'cx'],
])
