import { escapeXml } from './xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const namespaces = [
  'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  `xmlns:r="${office}/relationships"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'mc:Ignorable="w14 wp14"',
].join(' ')

export const wrap = (name: string, content: string): string =>
  `${declaration}<${name} ${namespaces}>${content}</${name}>`

/** Parts that are the same in every document but for its title. */
export function fixedParts(title: string): [string, string][] {
  return [
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId3" Type="${office}/relationships/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><cp:revision>7</cp:revision></cp:coreProperties>`,
    ],
    [
      'docProps/app.xml',
      `${declaration}<Properties xmlns="${office}/extended-properties"><Template>Normal.dotm</Template><TotalTime>42</TotalTime><Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>`,
    ],
    [
      'word/settings.xml',
      wrap(
        'w:settings',
        '<w:zoom w:percent="110"/><w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="720"/><w:drawingGridHorizontalSpacing w:val="140"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00A10000"/><w:rsid w:val="00A10101"/><w:rsid w:val="00B20202"/><w:rsid w:val="00C30303"/></w:rsids><w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
      ),
    ],
    [
      'word/fontTable.xml',
      wrap(
        'w:fonts',
        '<w:font w:name="Calibri"><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
      ),
    ],
    ['word/webSettings.xml', wrap('w:webSettings', '<w:optimizeForBrowser/><w:allowPNG/>')],
    ['word/theme/theme1.xml', theme],
  ]
}

const family = (name: string, latin: string) =>
  `<a:${name}><a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Viet" typeface="${name === 'majorFont' ? 'Times New Roman' : 'Arial'}"/></a:${name}>`

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const colours = ['dk1:000000', 'lt1:FFFFFF', 'dk2:44546A', 'lt2:E7E6E6', 'accent1:4472C4', 'accent2:ED7D31']
  .concat([
    'accent3:A5A5A5',
    'accent4:FFC000',
    'accent5:5B9BD5',
    'accent6:70AD47',
    'hlink:0563C1',
    'folHlink:954F72',
  ])
  .map((pair) => pair.split(':'))
  .map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`)
  .join('')

const theme =
  `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>` +
  `<a:clrScheme name="Office">${colours}</a:clrScheme><a:fontScheme name="Office">${family('majorFont', 'Calibri Light')}${family('minorFont', 'Calibri')}</a:fontScheme>` +
  `<a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="6350">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

const kindOf = (name: string): string =>
  name
    .replace(/^word\//u, '')
    .replace(/\d*\.xml$/u, '')
    .replace('theme/', '')

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export function contentTypes(names: readonly string[]): string {
  const overrides = names
    .filter((name) => name.endsWith('.xml') && name.startsWith('word/'))
    .map((name) => {
      const kind = kindOf(name)
      const type =
        kind === 'theme'
          ? 'application/vnd.openxmlformats-officedocument.theme+xml'
          : `${main}.${kind === 'document' ? 'document.main' : kind}+xml`
      return `<Override PartName="/${name}" ContentType="${type}"/>`
    })
    .join('')
  return (
    `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}` +
    `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
    `<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`
  )
}

export function relationships(names: readonly string[], links: readonly string[]): string {
  const parts = names
    .filter((name) => name.startsWith('word/') && name !== 'word/document.xml')
    .map((name) => {
      const file = name.slice('word/'.length)
      return `<Relationship Id="rId_${file.replace(/\.xml$/u, '').replace('theme/', '')}" Type="${office}/relationships/${kindOf(name)}" Target="${file}"/>`
    })
  const outside = links.map(
    (address, at) =>
      `<Relationship Id="rIdLink${at + 1}" Type="${office}/relationships/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${[...parts, ...outside].join('')}</Relationships>`
}
