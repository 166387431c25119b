/** Damages that keep a file readable: the check must see the fault, not stumble over the file. */

const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

/** Other letters of the same number in place of what is there. @throws where it is not there */
export function exchanged(pdf: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new RangeError(`${from} and ${to} differ in length`)
  const damaged = text(pdf).replaceAll(from, to)
  if (damaged === text(pdf)) throw new RangeError(`${from} is not in the file`)
  return Buffer.from(damaged, 'latin1')
}

/** Whose number an object has that has these letters in it, and what it says. */
export function objectWith(
  pdf: Uint8Array,
  letters: string,
): { readonly number: number; readonly body: string } {
  for (const [, number, body] of text(pdf).matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    if (body?.includes(letters)) return { number: Number(number), body }
  throw new RangeError(`no object has ${letters}`)
}

/** An object made anew, appended as an update (ISO 32000-1, 7.5.6). */
export function updated(pdf: Uint8Array, number: number, body: string, trailerMore = ''): Uint8Array {
  const before = text(pdf)
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1]
  const [size, root, id] = [/\/Size (\d+)/, /\/Root (\d+ 0 R)/, /\/ID (\[[\s\S]*?\])/].map(
    (wanted) => wanted.exec(before.slice(before.lastIndexOf('trailer')))?.[1],
  )
  const object = `${number} 0 obj\n${body}\nendobj\n`
  const table = `xref\n${number} 1\n${String(before.length + 1).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<</Size ${size} /Root ${root} /ID ${id} /Prev ${start} ${trailerMore}>>\n`
  const at = before.length + 1 + object.length
  return Buffer.from(`${before}\n${object}${table}${trailer}startxref\n${at}\n%%EOF\n`, 'latin1')
}

/** The catalog with more in it. */
export function withInCatalog(pdf: Uint8Array, more: string): Uint8Array {
  const { number, body } = objectWith(pdf, '/Type /Catalog')
  return updated(pdf, number, body.replace('/Type /Catalog', `/Type /Catalog ${more}`))
}
