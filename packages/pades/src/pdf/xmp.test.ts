import { describe, expect, test } from 'vitest'
import { differenceOf, readXmp } from './xmp.ts'

const names =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
  ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
const packet = (inside: string, attributes = '') =>
  `<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="any"><rdf:RDF ${names}>` +
  `<rdf:Description rdf:about=""${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>\n\n<?xpacket end="w"?>`
const read = (text: string) => readXmp(Buffer.from(text))
const between = (one: string, other: string) => {
  const [before, after] = [read(one), read(other)]
  return before === null || after === null ? 'unreadable' : differenceOf(before, after)
}
const title = (text: string) =>
  `<dc:title><rdf:Alt><rdf:li xml:lang="vi">${text}</rdf:li></rdf:Alt></dc:title>`
const base = packet(title('Nghị quyết'))

describe('two packets say the same', () => {
  test.each([
    ['with another date', packet(`${title('Nghị quyết')}<xmp:ModifyDate>2026</xmp:ModifyDate>`)],
    ['with another program, as an attribute', packet(title('Nghị quyết'), ' pdf:Producer="other"')],
    ['with a remark and other spaces', packet(`<!-- - -->\n ${title('Nghị quyết')}\n`)],
  ])('%s', (_, other) => expect(between(base, other)).toBeNull())

  test('as an attribute and as an element', () => {
    expect(between(packet('', ' dc:format="a"'), packet('<dc:format>a</dc:format>'))).toBeNull()
  })
})

test.each([
  ['another title', packet(title('Quyết định')), 'title'],
  ['another language', packet(title('Nghị quyết').replace('"vi"', '"en"')), 'title'],
  ['one title more', packet(title('Nghị quyết').repeat(2)), 'title'],
  ['no title', packet(''), 'title'],
  ['a property more', packet(`${title('Nghị quyết')}<dc:creator>An</dc:creator>`), 'creator'],
  [
    'a date under the name of another namespace',
    packet(`${title('Nghị quyết')}<p:ModifyDate xmlns:p="urn:p">2026</p:ModifyDate>`),
    'urn:pModifyDate',
  ],
  ['tags that do not close', base.replace('</dc:title>', ''), 'unreadable'],
  ['the same attribute twice', packet('', ' dc:a="1" dc:a="2"'), 'unreadable'],
  ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${base}`, 'unreadable'],
  ['another encoding', Buffer.from(base, 'utf16le').toString('latin1'), 'unreadable'],
  ['more depth than anybody writes', '<a>'.repeat(100) + '</a>'.repeat(100), 'unreadable'],
])('%s is a difference', (_, other, expected) => expect(between(base, other)).toBe(expected))

test('a long packet of openings costs no more than its length', () => {
  const start = performance.now()
  expect(read('<!--'.repeat(500_000))).toBeNull()
  expect(read(`<a ${'b '.repeat(500_000)}`)).toBeNull()
  expect(performance.now() - start).toBeLessThan(2000)
})
