import { expect, test } from 'vitest'
import { checkDocument } from '../../src/check/check-document.ts'
import { readDocument } from '../../src/read/read.ts'
import { corpus } from '../corpus.ts'
import type { Label } from '../label.ts'
import { writeDocxLibrary } from '../make/by-docx/write-docx.ts'
import { writeWord } from '../make/by-word/write-word.ts'
import { type Laid, paragraphsOf, textOf } from '../make/laid.ts'
import { lay } from '../make/lay/lay.ts'
import { type GeneratedDamage, generatedDamages } from './damages.ts'

/** Not found is a single line at the left, which looks as it should. */
const leastFound = 0.985

test('a damage is found in whatever document it is done, and nothing else is said', {
  timeout: 300_000,
}, async () => {
  let [found, tried] = [0, 0]
  const told: string[] = []
  for (const label of corpus.labels)
    for (const damage of generatedDamages) {
      const rules = await rulesNamed(label, damage)
      if (!rules) continue
      tried += 1
      if (rules.has(damage.rule)) found += 1
      else told.push(`${label.id} ${damage.what}: not found`)
      for (const rule of rules)
        if (rule !== damage.rule) told.push(`${label.id} ${damage.what}: also ${rule}`)
    }
  console.log(`${found} of ${tried} found\n${told.join('\n')}`)
  expect(told.filter((each) => each.includes(': also '))).toEqual([])
  expect(found / tried).toBeGreaterThanOrEqual(leastFound)
})

/** The rules that are named when this alone is done; null where the document has no such paragraph. */
async function rulesNamed(label: Label, damage: GeneratedDamage): Promise<Set<string> | null> {
  if (damage.profile && damage.profile !== label.profile) return null
  const laid = soundOf(label)
  const all = paragraphsOf(laid).filter((each) => each.role === damage.role && textOf(each).trim() !== '')
  const at = all[1] ?? all[0]
  if (!at) return null
  damage.do(at)
  const bytes = await (label.producer === 'docx' ? writeDocxLibrary : writeWord)(laid)
  const { findings } = checkDocument(await readDocument(bytes), { profile: label.profile, at: label.at })
  return new Set(findings.filter(({ severity }) => severity !== 'taste').map(({ rule }) => rule))
}

function soundOf(label: Label): Laid {
  const spec = corpus.documents.find(({ id }) => id === label.id)
  if (!spec) throw new Error(label.id)
  return lay(spec)
}
