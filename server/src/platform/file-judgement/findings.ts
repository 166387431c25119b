import type { Active, FileKind, Unread } from './judgement.ts'
import { FileTrouble } from './judgement.ts'
import { runsByName } from './kind-of.ts'

// A page of text has some kilobytes; what unpacks to more than this is no paper of an office.
const mostTextBytes = 64 << 20
const mostUnpackedBytes = 256 << 20
const mostParts = 2000
const deepest = 3

export interface JudgedAs {
  readonly kind: FileKind
  /** Whether that says anything for which somebody opens the file. */
  readonly hasMainText: boolean
}

/** What is found in a file and in the files within it, under bounds that they share. */
export class Findings {
  readonly texts: string[] = []
  readonly active = new Set<Active>()
  readonly unread = new Set<Unread>()
  readonly #judge: (bytes: Uint8Array, findings: Findings) => Promise<JudgedAs>
  #textBytes = 0
  #unpackedBytes = 0
  #parts = 0
  #depth = 0

  /** @param judge judges a file within the file */
  constructor(judge: (bytes: Uint8Array, findings: Findings) => Promise<JudgedAs>) {
    this.#judge = judge
  }

  /** Whether anything was said that a reader of the file sees. */
  hasText = false

  say(text: string): void {
    if (text.trim() === '') return
    this.texts.push(text)
    this.hasText = true
  }

  /** What the file says of itself or its parts: looked at, and no text of it. */
  mention(text: string): void {
    if (text.trim() !== '') this.texts.push(text)
  }

  /** @throws FileTrouble `oversized` */
  spend({ parts = 0, unpackedBytes = 0, textBytes = 0 }: Spending): void {
    this.#parts += parts
    this.#unpackedBytes += unpackedBytes
    this.#textBytes += textBytes
    if (this.#parts > mostParts) throw new FileTrouble('oversized', 'parts')
    if (this.#unpackedBytes > mostUnpackedBytes) throw new FileTrouble('oversized', 'unpacked bytes')
    if (this.#textBytes > mostTextBytes) throw new FileTrouble('oversized', 'bytes of text')
  }

  /**
   * A file within the file: what it says and does counts for the whole. One that cannot be judged leaves the whole read in
   * part.
   * @throws FileTrouble `oversized`, since the bounds are shared
   */
  async judgeWithin(bytes: Uint8Array, name = ''): Promise<void> {
    if (runsByName(name)) this.active.add('program')
    if (this.#depth >= deepest) {
      this.unread.add('embedded')
      return
    }
    this.#depth += 1
    try {
      const { kind, hasMainText } = await this.#judge(bytes, this)
      if (!hasMainText && kind !== 'picture' && kind !== 'program') this.unread.add('embedded')
    } catch (error) {
      if (error instanceof FileTrouble && error.trouble === 'oversized') throw error
      this.unread.add('embedded')
    } finally {
      this.#depth -= 1
    }
  }
}

interface Spending {
  readonly parts?: number
  readonly unpackedBytes?: number
  readonly textBytes?: number
}
