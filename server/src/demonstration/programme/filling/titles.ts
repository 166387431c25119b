import type { Domain } from './domains/domain.ts'
import { economy } from './domains/economy.ts'
import { infrastructure } from './domains/infrastructure.ts'
import { manners } from './domains/manners.ts'
import { people } from './domains/people.ts'
import type { Choices } from './random.ts'

/** What a work is about: a field, and what it will do there to what. */
export interface Subject {
  readonly domain: Domain
  readonly object: string
  readonly stem: string
  readonly manner: string
}

/** Where works are done: in an office, or out in a commune or district. */
export type Setting = 'office' | 'local'

const domains: readonly Domain[] = [...economy, ...infrastructure, ...people]

/**
 * Every action of a field with every object of it, once, in an order that chance gives. Two subjects of a field
 * share an action or an object or neither, never the manner, so that the rule that warns of duplicates sees no two alike.
 */
export class SubjectDeck {
  readonly #piles: Readonly<Record<Setting, Subject[]>>

  constructor(choices: Choices) {
    const all = domains.flatMap((domain, field) =>
      domain.actions.flatMap((action, a) =>
        domain.objects.map((object, o) => ({
          domain,
          object,
          stem: action.replace('{x}', object),
          // Each field begins elsewhere in the list, so that the same manner does not always go with the same place in it.
          manner: manners[(a * domain.objects.length + o + field * 7) % manners.length] ?? '',
        })),
      ),
    )
    const mixed = choices.shuffled(all)
    this.#piles = {
      office: mixed.filter(({ domain }) => domain.setting === 'office'),
      local: mixed.filter(({ domain }) => domain.setting === 'local'),
    }
  }

  /** The next subject that suits the setting; one of the other if there is none left. */
  next(setting: Setting): Subject {
    const { office, local } = this.#piles
    const subject = setting === 'office' ? (office.pop() ?? local.pop()) : (local.pop() ?? office.pop())
    if (subject === undefined) throw new RangeError('there are no more subjects')
    return subject
  }

  /** Another thing to do with the same object, for a work that continues an earlier one. */
  nextOf({ domain, object }: Subject): Subject | undefined {
    const pile = this.#piles[domain.setting]
    const at = pile.findIndex((one) => one.domain === domain && one.object === object)
    return at === -1 ? undefined : pile.splice(at, 1)[0]
  }
}

/** The title of an invented work: what, out in the country also where, how, and that it is invented. */
export function titleOf({ stem, manner }: Subject, where: string | null): string {
  return `${where === null ? stem : `${stem} ${where}`}, ${manner} (minh hoạ)`
}
