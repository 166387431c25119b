import { expect, test } from 'vitest'
import { firstRun, made, style } from '../testing/read-body.ts'

const defaults = (rPr: string) =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${rPr}</w:rPr></w:rPrDefault></w:docDefaults>`
const theme = (latin: string, more = '') =>
  `<a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme><a:fontScheme>
    <a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
    <a:minorFont><a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface=""/>${more}</a:minorFont></a:fontScheme></a:themeElements>`

test('without a word of it letters are Times New Roman of ten points', async () => {
  expect(await firstRun(made('a'))).toMatchObject({
    font: 'Times New Roman',
    sizeHalfPoints: 20,
    bold: false,
    colour: 'auto',
    underline: 'none',
    raised: null,
  })
})

test('defaults, then the style with what it is based on, then the run (17.7.2)', async () => {
  const styles =
    defaults('<w:sz w:val="22"/><w:color w:val="ff0000"/><w:rFonts w:ascii="A" w:hAnsi="A"/>') +
    style('paragraph', 'Base', '<w:rPr><w:sz w:val="24"/><w:rFonts w:ascii="B" w:hAnsi="B"/></w:rPr>') +
    style('paragraph', 'On', '<w:basedOn w:val="Base"/><w:rPr><w:sz w:val="26"/></w:rPr>') +
    style('character', 'Mark', '<w:rPr><w:u w:val="single"/></w:rPr>')
  const run = await firstRun(
    made('a', '<w:rStyle w:val="Mark"/><w:vertAlign w:val="superscript"/>', '<w:pStyle w:val="On"/>'),
    { styles },
  )
  expect(run).toMatchObject({
    sizeHalfPoints: 26,
    colour: 'FF0000',
    font: 'B',
    underline: 'single',
    raised: 'superscript',
    styleId: 'Mark',
  })
})

test('the default style of paragraphs holds where none is named or the named one is not there (17.7.4.17)', async () => {
  const styles = style('paragraph', 'Normal', '<w:rPr><w:sz w:val="28"/></w:rPr>', ' w:default="1"')
  expect(await firstRun(made('a'), { styles })).toMatchObject({ sizeHalfPoints: 28 })
  expect(await firstRun(made('a', '', '<w:pStyle w:val="Gone"/>'), { styles })).toMatchObject({
    sizeHalfPoints: 28,
  })
})

test('styles in a circle end', async () => {
  const styles =
    style('paragraph', 'A', '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') +
    style('paragraph', 'B', '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr>')
  expect(await firstRun(made('a', '', '<w:pStyle w:val="A"/>'), { styles })).toMatchObject({
    bold: true,
    italic: true,
  })
})

// 17.7.3: toggle properties of the levels are combined by exclusive or; a true default wins; a run's own word is the last.
test.each([
  ['', true, false, '', true],
  ['', true, true, '', false],
  ['', false, true, '', true],
  ['', true, true, '<w:b/>', true],
  ['', true, false, '<w:b w:val="0"/>', false],
  ['<w:b/>', true, true, '', true],
  ['<w:b/>', false, false, '', true],
  ['<w:b/>', false, false, '<w:b w:val="off"/>', false],
])(
  'bold by default %s, by paragraph %s, by letters %s, itself %s',
  async (byDefault, paragraph, letters, own, bold) => {
    const on = (is: boolean) => `<w:rPr><w:b w:val="${is ? 1 : 0}"/></w:rPr>`
    const styles =
      defaults(byDefault) + style('paragraph', 'P', on(paragraph)) + style('character', 'C', on(letters))
    const run = await firstRun(made('a', `<w:rStyle w:val="C"/>${own}`, '<w:pStyle w:val="P"/>'), { styles })
    expect(run.bold).toBe(bold)
  },
)

test('a style that takes bold back from its base is not bold', async () => {
  const styles =
    style('paragraph', 'A', '<w:rPr><w:b/></w:rPr>') +
    style('paragraph', 'B', '<w:basedOn w:val="A"/><w:rPr><w:b w:val="false"/></w:rPr>')
  expect(await firstRun(made('a', '', '<w:pStyle w:val="B"/>'), { styles })).toMatchObject({ bold: false })
})

test('typefaces of the theme go before names beside them, and names set later before those (17.3.2.26)', async () => {
  const parts = {
    theme: theme('Calibri'),
    styles: defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="X" w:hAnsiTheme="minorHAnsi"/>'),
  }
  expect(await firstRun(made('a'), parts)).toMatchObject({ font: 'Calibri' })
  const named = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
  expect(await firstRun(made('a', named), parts)).toMatchObject({ font: 'Times New Roman' })
  expect(
    await firstRun(made('a', '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'), parts),
  ).toMatchObject({ font: 'Cambria' })
})

test('where the theme has no Latin typeface, that of its language stands in (20.1.4.1.16)', async () => {
  const parts = {
    theme: theme('', '<a:font script="Viet" typeface="Arial"/>'),
    settings: '<w:themeFontLang w:val="vi-VN"/>',
    styles: defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'),
  }
  expect(await firstRun(made('a'), parts)).toMatchObject({ font: 'Arial' })
})

test.each([
  ['abc 12', 'A'],
  ['điều ước', 'H'],
  ['abc đ', 'A'],
  ['đđđ a', 'H'],
  ['中文字', 'E'],
  ['… – “”', 'A'],
])('the letters of %s are shown by %s', async (text, font) => {
  const fonts = '<w:rFonts w:ascii="A" w:hAnsi="H" w:eastAsia="E" w:cs="C"/>'
  expect(await firstRun(made(text, fonts))).toMatchObject({ font })
})

test('with the hint of East Asia and Chinese, Vietnamese letters are shown by its typeface', async () => {
  const fonts = (hint: string) => `<w:rFonts w:hint="${hint}" w:ascii="A" w:hAnsi="A" w:eastAsia="SimSun"/>`
  const chinese = '<w:lang w:eastAsia="zh-CN"/>'
  expect(await firstRun(made('ầằẵộ', fonts('eastAsia') + chinese))).toMatchObject({ font: 'SimSun' })
  expect(await firstRun(made('ầằẵộ', fonts('default') + chinese))).toMatchObject({ font: 'A' })
  expect(await firstRun(made('ầằẵộ', fonts('eastAsia')))).toMatchObject({ font: 'A' })
})

test('letters from right to left have properties of their own (17.3.2.30)', async () => {
  const rPr =
    '<w:rFonts w:ascii="A" w:hAnsi="A" w:cs="C"/><w:b/><w:iCs/><w:sz w:val="20"/><w:szCs w:val="30"/><w:rtl/>'
  expect(await firstRun(made('a', rPr))).toMatchObject({
    font: 'C',
    bold: false,
    italic: true,
    sizeHalfPoints: 30,
  })
})

test('colours of the theme are those that were last written; else the theme tells', async () => {
  const parts = { theme: theme('Calibri') }
  expect(await firstRun(made('a', '<w:color w:val="2f5496" w:themeColor="accent1"/>'), parts)).toMatchObject({
    colour: '2F5496',
  })
  expect(await firstRun(made('a', '<w:color w:val="auto" w:themeColor="accent1"/>'), parts)).toMatchObject({
    colour: '4472C4',
  })
})

test('lengths with their unit are those of ISO strict (22.9.2.15)', async () => {
  expect(await firstRun(made('a', '<w:sz w:val="14pt"/>'))).toMatchObject({ sizeHalfPoints: 28 })
})
