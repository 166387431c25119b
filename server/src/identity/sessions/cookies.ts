import { cookieName } from '../../platform/http/request.ts'
import type { System } from '../../platform/http/system.ts'

type Installation = Pick<System, 'config'>

/** The reader's choices in this browser; `theme` is written by the page itself where scripts run. */
export const languageCookie = (system: Installation): string => cookieName(system, 'language')
export const themeCookie = (system: Installation): string => cookieName(system, 'theme')

/** What carries a session. */
export const sessionCookie = (system: Installation): string => cookieName(system, 'phien')

/** What a sign-in at the outside provider leaves with the browser until it comes back. */
export const outsideCookie = (system: Installation): string => cookieName(system, 'ben_ngoai')
