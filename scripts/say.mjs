/** Says a step of the work on one line, Vietnamese first. */
export function say(vi, en) {
  process.stderr.write(`▸ ${vi} · ${en}\n`)
}

/** A failure told in one sentence per language, without a stack. */
export class Sentence extends Error {
  constructor(vi, en) {
    super(en)
    this.sentence = `${vi}\n${en}`
  }
}
