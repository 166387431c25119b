import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { demonstrationAccounts } from '../../server/src/app/demonstration.ts'

/** Somebody who has signed in and reads pages without a browser, in one language. */
export interface Visitor {
  get(path: string): Promise<LightMyRequestResponse>
}

export async function visitorOf(
  app: FastifyInstance,
  username: string,
  language: 'vi' | 'en' = 'vi',
): Promise<Visitor> {
  const account = demonstrationAccounts.find((one) => one.username === username)
  if (account === undefined) throw new Error(`no demonstration account ${username}`)
  const signedIn = await app.inject({
    method: 'POST',
    url: '/dang-nhap',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ username, password: account.password }).toString(),
  })
  if (signedIn.statusCode !== 303) throw new Error(`${username} was not let in: ${signedIn.statusCode}`)
  const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]))
  return {
    // The cookie and not the browser's wish: an account has a language of its own, which goes before that.
    get: (url) => app.inject({ url, cookies: { ...cookies, language } }),
  }
}

/** A figure of a page: the number that is read, and the list that it leads to. */
export interface ShownFigure {
  readonly count: number
  readonly href: string
}

/** Every number of a page that is a link to a list of works: in cards, in cells, in lines. */
export function figuresOf(html: string): readonly ShownFigure[] {
  const links = html.matchAll(/<a [^>]*href="(\/cong-viec\?[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)
  const found = [...links].flatMap(([whole, href = '', inside = '']) => {
    const value =
      /<strong class="stat-value">([\d.,]+)<\/strong>/.exec(inside)?.[1] ??
      /<b class="number">([\d.,]+)<\/b>/.exec(inside)?.[1] ??
      (/class="figure"/.test(whole) ? /^([\d.,]+)$/.exec(inside.trim())?.[1] : undefined) ??
      /<title>[^<]*: ([\d.,]+)<\/title>/.exec(inside)?.[1]
    if (value === undefined) return []
    return [{ count: Number(value.replace(/[.,]/g, '')), href: href.replaceAll('&amp;', '&') }]
  })
  return [...new Map(found.map((figure) => [`${figure.href} ${figure.count}`, figure])).values()]
}

/** How many works a list says it holds. */
export function totalOf(html: string): number {
  const total = /<nav class="pages"[^>]*><p>[^\d<]*([\d.,]+)/.exec(html)?.[1]
  if (total !== undefined) return Number(total.replace(/[.,]/g, ''))
  if (html.includes('class="empty"')) return 0
  throw new Error('the page is no list')
}
