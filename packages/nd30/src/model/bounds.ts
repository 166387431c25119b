/** How large a document may be: 500 pages have about 10,000 paragraphs and two million letters. */
export const modelBounds = {
  blocks: 50_000,
  cells: 200_000,
  /** Objects, lists and values of the JSON together. */
  values: 3_000_000,
  depth: 12,
  /** UTF-16 units of all texts together, images aside. Setting them cannot be stopped once begun, so they bound its time. */
  letters: 5_000_000,
  /** Without a blank: longer than any address. A word that is parted over lines costs Typst the square of its letters. */
  wordLetters: 2_000,
  text: 50_000,
  footnote: 5_000,
  line: 500,
  spans: 2_000,
  columns: 30,
  headRows: 10,
  rows: 20_000,
  bases: 300,
  recipients: 3_000,
  addressees: 1_000,
  signatures: 12,
  annexes: 100,
  faults: 100,
  imageBytes: 10 * 1024 * 1024,
  /** Of all images together. */
  imagesBytes: 60 * 1024 * 1024,
  /** A whole page at 600 dots an inch has 35 million; each costs up to eight bytes. */
  imagePixels: 40_000_000,
} as const
