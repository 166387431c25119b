const words = (text: string) => text.trim().split(/\s+/)

/** The order in which properties stand, by ECMA-376 part 1: Word refuses some files that have them otherwise. */
const orders: Readonly<Record<string, readonly string[]>> = {
  // 17.3.2.28
  'w:rPr':
    words(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl
    cs em lang eastAsianLayout specVanish oMath`),
  // 17.3.1.26
  'w:pPr':
    words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr`),
  // 17.3.1.24
  'w:pBdr': words('top left bottom right between bar'),
  // 17.6.17
  'w:sectPr':
    words(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings`),
}

const ranks: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(orders).map(([container, names]) => [
    container,
    new Map(names.map((name, index) => [`w:${name}`, index])),
  ]),
)

const ofOthers = 1000
const ofChanges = 2000

/** Where a property stands among the others; those of other namespaces after it, its record of changes last. */
export function rankIn(container: string, name: string): number {
  return ranks.get(container)?.get(name) ?? (name.endsWith('PrChange') ? ofChanges : ofOthers)
}
