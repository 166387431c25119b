import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { Nd30Error } from '../errors.ts'
import { decodePart, encodePart } from './decode.ts'
import { parsePart, parseXml } from './scan-xml.ts'
import type { XmlElement } from './xml.ts'

const budget = () => ({ elements: 1000, depth: 50, attributes: 50 })
const parse = (text: string) => parseXml('x.xml', text, budget())

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

test('names go by the usual prefix', () => {
  const root = parse(
    `<document xmlns="${w}" xmlns:q="${w}" xmlns:z="urn:z"><q:p q:val="1" z:a="2" b="3"/></document>`,
  )
  expect(root.name).toBe('w:document')
  const [p] = root.children
  expect(p?.name).toBe('w:p')
  expect(p?.writtenName).toBe('q:p')
  expect([...(p?.attributes ?? [])]).toEqual([
    ['w:val', '1'],
    ['{urn:z}a', '2'],
    ['b', '3'],
  ])
})

test('a prefix means what it means where it stands', () => {
  const root = parse('<a xmlns:w="urn:1"><w:b xmlns:w="urn:2" w:c="1"><w:b/></w:b><w:b w:c="1"/></a>')
  const names = (element: XmlElement): string[] => [element.name, ...element.children.flatMap(names)]
  expect(names(root)).toEqual(['a', '{urn:2}b', '{urn:2}b', '{urn:1}b'])
  expect([...(root.children[1]?.attributes.keys() ?? [])]).toEqual(['{urn:1}c'])
})

test('elements know where they stand', () => {
  const text = '<a><!-- > --><b x=">">đ</b ><c/></a>'
  const [b, c] = parse(text).children
  expect(text.slice(b?.start, b?.contentStart)).toBe('<b x=">">')
  expect(text.slice(b?.contentStart, b?.contentEnd)).toBe('đ')
  expect(text.slice(b?.start, b?.end)).toBe('<b x=">">đ</b >')
  expect(c).toMatchObject({ selfClosing: true, contentStart: c?.end, contentEnd: c?.end })
})

test('text is what it stands for', () => {
  expect(parse('<a>1 &lt;&#x110;&#273;<b/><![CDATA[<&]]>\r\n2</a>').text).toBe('1 <Đđ<&\n2')
  expect(parse('<a b="1&#10;2\n3&quot;"/>').attributes.get('b')).toBe('1\n2 3"')
})

test.each([
  '',
  'a',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a></a>x',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a b="<"/>',
  '<a b="1"c="2"/>',
  '<a>&nbsp;</a>',
  '<a>&#0;</a>',
  '<a>&#xD800;</a>',
  '<a>& b</a>',
  '<a>]]></a>',
  '<a>\u0001</a>',
  '<p:a/>',
  '<a p:b="1"/>',
  '<a xmlns:p=""/>',
  '<a xmlns:xml="urn:x"/>',
  '<a xmlns:p="urn:x" xmlns:q="urn:x" p:a="1" q:a="2"/>',
  '<a:b:c xmlns:a="urn:x"/>',
  '<1/>',
  '< a/>',
  '<a / >',
  '<a><!-- -- --></a>',
  '<a><![CDATA[</a>',
  ' <?xml version="1.0"?><a/>',
  '<a><?xml version="1.0"?></a>',
  '<?xml version="1.0" encoding=""?><a/>',
  '<?xml?><a/>',
  '<a><!b></a>',
  '<a',
  '<a b',
  '<a b="',
])('refuses %s', (text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'file_xml_malformed' }))
})

test('a DOCTYPE is refused as such', () => {
  expect(() => parse('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toThrow(
    expect.objectContaining({ code: 'file_has_doctype' }),
  )
})

test.each([
  ['elements', `<a>${'<b/>'.repeat(1000)}</a>`],
  ['letters', `<a>${'đ'.repeat(4_000_001)}</a>`],
  ['references', `<a>${'&#273;'.repeat(500_001)}</a>`],
  ['depth', '<a>'.repeat(51) + '</a>'.repeat(51)],
  ['attributes', `<a ${Array.from({ length: 51 }, (_, i) => `b${i}=""`).join(' ')}/>`],
  ['namespaces', `<a ${Array.from({ length: 50 }, (_, i) => `xmlns:b${i}="urn:${i}"`).join(' ')}/>`],
])('has a bound of %s', (what, text) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({ code: 'file_limit', details: expect.objectContaining({ what }) }),
  )
})

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s is read and written again', (encoding) => {
  const text = `<?xml version="1.0" encoding="${encoding.slice(0, 6)}"?><a>Điều 𝄞</a>`
  const bytes = encodePart({ encoding, mark: true }, text)
  expect(decodePart('x', bytes)).toEqual({ text, encoding, mark: true })
  expect(parsePart('x', bytes, budget()).text).toBe('Điều 𝄞')
  expect(encodePart(decodePart('x', bytes), text)).toEqual(bytes)
})

test.each([
  Buffer.from('<a>\xff</a>', 'latin1'),
  Buffer.from('<?xml version="1.0" encoding="windows-1258"?><a/>'),
  Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>'),
  Buffer.from('<a/>', 'utf16le'),
  Buffer.from('\uFEFF<a>\uD800</a>', 'utf16le'),
])('refuses bytes that are not what they say', (bytes) => {
  expect(() => parsePart('x', bytes, budget())).toThrow(
    expect.objectContaining({ code: 'file_xml_malformed' }),
  )
})

/** The same tree by saxes; null where it refuses. */
function bySaxes(text: string): unknown {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  interface Node {
    name: string
    attributes: [string, string][]
    text: string
    children: Node[]
  }
  const top: Node = { name: '', attributes: [], text: '', children: [] }
  const open: Node[] = [top]
  const inside = () => open[open.length - 1] ?? top
  const qualified = (uri: string, local: string) => (uri === '' ? local : `{${uri}}${local}`)
  let doctype = false
  parser.on('doctype', () => {
    doctype = true
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter((each) => each.prefix !== 'xmlns' && each.name !== 'xmlns')
      .map((each): [string, string] => [qualified(each.uri, each.local), each.value])
    const node = { name: qualified(tag.uri, tag.local), attributes, text: '', children: [] }
    inside().children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (each) => {
    inside().text += each
  })
  parser.on('cdata', (each) => {
    inside().text += each
  })
  try {
    parser.write(text).close()
    return doctype ? null : top.children[0]
  } catch {
    return null
  }
}

function byUs(text: string): unknown {
  const plain = (element: XmlElement): unknown => ({
    name: element.name,
    attributes: [...element.attributes],
    text: element.text,
    children: element.children.map(plain),
  })
  try {
    return plain(parse(text))
  } catch (error) {
    if (error instanceof Nd30Error) return null
    throw error
  }
}

const token = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<a/>',
    '<p:b x="1">',
    '</p:b>',
    '<p:b/>',
    '<c xmlns:p="urn:1" p:y=\'2\'>',
    '</c>',
    '<!-- c -->',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<?i x?>',
    '<?xml version="1.0"?>',
    '&amp;',
    '&#65;',
    '&',
    ';',
    '<',
    '>',
    '"',
    "'",
    '=',
    ' ',
  ],
  ...[
    'x',
    'đ',
    '\r\n',
    '\t',
    'p:',
    '/',
    '--',
    '!',
    '<d xmlns="urn:2" x="&lt;>">',
    '</d>',
    '<!DOCTYPE a>',
    ']',
    '?>',
  ],
)

test('reads what saxes reads, and refuses what it refuses', () => {
  const text = fc.oneof(
    fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join('')),
    fc.array(token, { maxLength: 10 }).map((tokens) => `<c xmlns:p="urn:0">${tokens.join('')}</c>`),
  )
  fc.assert(
    fc.property(text, (each) => {
      expect(byUs(each)).toEqual(bySaxes(each))
    }),
    { numRuns: 3000 },
  )
})
