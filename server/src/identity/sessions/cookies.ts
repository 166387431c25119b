import { isSecure } from '../../platform/http/request.ts'
import type { System } from '../../platform/http/system.ts'

/** The reader's choices in this browser; `theme` is written by the page itself where scripts run. */
export const languageCookie = 'language'
export const themeCookie = 'theme'

/** The name of the session's cookie. Under `__Host-` no other host of the domain can plant one; that needs https. */
export function sessionCookie(system: Pick<System, 'config'>): string {
  return isSecure(system) ? '__Host-phien' : 'phien'
}
