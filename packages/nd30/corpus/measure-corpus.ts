import { bytesOf, type Corpus } from './files.ts'
import { type Check, type Judged, judgeFile } from './measure.ts'

/** Every file of a corpus, sound and damaged, judged one after the other. */
export async function measureCorpus(corpus: Corpus, check: Check): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const label of corpus.labels)
    for (const damaged of [false, true])
      judged.push(await judgeFile(check, label, damaged, await bytesOf(corpus, label, damaged)))
  return judged
}
