/** Attributes that are null are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>

/** An element; its children are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const value = (name: string, val: string | number): string => element(name, { 'w:val': val })

export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)
export const emu = (mm: number): number => Math.round(mm * 36000)
