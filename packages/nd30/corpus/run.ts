import { checkDocument } from '../src/check/check-document.ts'
import { readDocument } from '../src/read/read.ts'
import { corpus } from './corpus.ts'
import { heldOut } from './held-out/held-out.ts'
import { measureCorpus } from './measure-corpus.ts'
import { disagreements, measureTable } from './measure-table.ts'
import { unseen } from './unseen/unseen.ts'

// Prints the figures as Markdown and every disagreement: `node corpus/run.ts`, with `--held-out` or `--unseen` those of a part
// that is measured once.
const which = process.argv.includes('--unseen')
  ? unseen
  : process.argv.includes('--held-out')
    ? heldOut
    : corpus
const judged = await measureCorpus(which, async (bytes, options) =>
  checkDocument(await readDocument(bytes), options),
)
console.log(`${measureTable(judged)}\n\n${disagreements(judged).join('\n') || 'No disagreement.'}`)
