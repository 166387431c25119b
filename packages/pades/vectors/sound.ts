import { ownWorks } from '../matrix/ours.ts'
import { type Producer, producers } from '../matrix/producers.ts'
import type { Case } from './case.ts'

/** Poppler puts a whole typeface into the file: half a megabyte. */
const tooLarge = /poppler/

/** What others and we sign as the matrix does, each with the verdict it deserves. */
export const sound: readonly Case[] = [
  ...producers.filter(({ name }) => !tooLarge.test(name)).map(byOthers),
  ...ownWorks.map(({ name, sign }) => {
    const isStamped = name.includes('B-')
    return {
      name: fileName(name),
      about: `signed by ${name}`,
      expected: { verdict: isStamped ? 'valid' : 'valid_no_tsa', sub: null } as const,
      ...standing(name),
      make: sign,
    }
  }),
]

function byOthers({ name, expected, remark, sign }: Producer): Case {
  return {
    name: fileName(name),
    about: `signed by ${name}${remark === undefined ? '' : `, which ${remark}`}`,
    expected: { verdict: expected.verdict, sub: expected.sub },
    ...standing(name),
    make: sign,
  }
}

/** From B-LT on, a file stands by itself. */
function standing(name: string): Pick<Case, 'isAlone'> {
  return name.includes('B-L') ? { isAlone: true } : {}
}

function fileName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
