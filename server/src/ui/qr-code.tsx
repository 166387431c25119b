import { create } from 'qrcode'

// The quiet zone that readers need around the code (ISO/IEC 18004).
const quiet = 4

/** A text as a QR code: shapes in the page itself, black on white whatever the theme, so that every camera reads it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quiet
  const rows = Array.from({ length: modules.size }, (_, row) => rowPath(modules, row))
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path fill="#000" d={rows.join('')} />
    </svg>
  )
}

function rowPath(
  modules: { readonly size: number; get(row: number, column: number): number },
  row: number,
): string {
  let path = ''
  for (let column = 0; column < modules.size; column += 1) {
    if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
  }
  return path
}
