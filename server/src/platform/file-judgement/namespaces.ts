/** Which vocabulary a namespace is, the transitional and the strict form of the standard alike (ECMA-376 parts 1 and 4). */
export type Vocabulary = 'word' | 'sheet' | 'drawing' | 'vml' | 'compatibility' | 'open_document' | 'other'

const known: ReadonlyMap<string, Vocabulary> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'word'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'word'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'sheet'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'sheet'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'drawing'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'drawing'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'compatibility'],
  ['urn:schemas-microsoft-com:vml', 'vml'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'open_document'],
])

export const vocabularyOf = (uri: string): Vocabulary => known.get(uri) ?? 'other'

export const macroSheet = 'http://schemas.microsoft.com/office/excel/2006/main'
export const contentTypesSpace = 'http://schemas.openxmlformats.org/package/2006/content-types'
export const relationshipsSpace = 'http://schemas.openxmlformats.org/package/2006/relationships'
