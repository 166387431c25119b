import type { Said } from './said.ts'

/** A command was called wrongly: what is wrong, and how the command is called. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly sentence: Said
  /** As it follows the name of the program. */
  readonly usage: string

  constructor(fault: Said, usage: string) {
    super(fault.en)
    this.sentence = {
      vi: `Gọi lệnh chưa đúng: ${fault.vi}.`,
      en: `The command was called wrongly: ${fault.en}.`,
    }
    this.usage = usage
  }

  /** What people read: the sentence, and on a line of its own how the command is called in `program`. */
  textIn(program = 'dotpha'): Said {
    const { vi, en } = this.sentence
    const call = `${program} ${this.usage}`.trim()
    return { vi: `${vi}\nCách gọi: ${call}`, en: `${en}\nUsage: ${call}` }
  }
}
