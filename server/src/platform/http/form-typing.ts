import type { Context } from '../context.ts'
import { dropTyping, findTyping } from '../kept-typing.ts'
import type { Endpoint, FormRoute, FormState } from './route.ts'
import { apiPrefix } from './serve-api.ts'

/** The parameter of an address that asks for what was kept, and its word. */
const asks = { name: 'go-do', word: 'xem' } as const

export const typingPaths = {
  /** Of the API. */
  keep: '/kept-typing',
  forget: '/dang-go/bo',
} as const

/** A form is known by its address, without what is asked of it. */
const formAt = (url: string) => url.split('?')[0] ?? '/'

/** The state of a form whose input is saved: it contains the saved input if the URL asks for it. */
export async function withTyping(
  c: Context,
  route: FormRoute,
  url: string,
  state: FormState,
): Promise<FormState> {
  if (route.keepsTyping !== true) return state
  const form = formAt(url)
  const kept = await findTyping(c, form)
  const { [asks.name]: asked, ...query } = state.query
  // What has just been sent, and came back, is newer than what was kept.
  const isSent = state.values !== undefined
  const isShown = kept !== null && !isSent && asked === asks.word
  const typing = {
    url: `${apiPrefix}${typingPaths.keep}`,
    form,
    // What is only offered is not written over unseen.
    revision: isSent || isShown ? (kept?.revision ?? 0) : 0,
    kept:
      kept === null || isSent
        ? null
        : { savedAt: kept.savedAt, isShown, openHref: addressOf(form, { ...query, [asks.name]: asks.word }) },
    forgetAction: typingPaths.forget,
    back: addressOf(form, query),
  }
  return { ...state, typing, ...(isShown ? { values: kept.values } : {}) }
}

function addressOf(form: string, query: FormState['query']): string {
  const asked = new URLSearchParams(query)
  return asked.size === 0 ? form : `${form}?${asked}`
}

/** The act of a form whose typing is kept: what was typed is gone with it. */
export function droppingTyping(route: FormRoute, url: string): Endpoint {
  if (route.keepsTyping !== true) return route.endpoint
  return {
    ...route.endpoint,
    async run(c, input, prepared) {
      const result = await route.endpoint.run(c, input, prepared)
      await dropTyping(c, formAt(url))
      return result
    },
  }
}
