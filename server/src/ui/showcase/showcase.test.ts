import { describe, expect, test } from 'vitest'
import { pages } from './pages.ts'

const assets = { style: '/main.css', script: '/main.js', fonts: ['/a.woff2'] }

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')

describe.each(Object.keys(pages))('the page %s of the showcase', (name) => {
  const html = pages[name]?.({ assets, language: 'vi', theme: 'auto' }) ?? ''
  // What waits in a template is numbered when it comes to life.
  const live = html.replaceAll(/<template.*?<\/template>/gs, '')

  test('obeys the security policy: no inline style, script or handler', () => {
    expect(html).not.toMatch(/\sstyle="|<style|javascript:|\son[a-z]+="/)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
  })

  test('has every word it says, in both languages', () => {
    expect(html).not.toContain('⟦')
    expect(pages[name]?.({ assets, language: 'en', theme: 'dark' })).not.toContain('⟦')
  })

  test('gives each id once, and points to none that is missing', () => {
    const ids = all(live, /\sid="([^"]+)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const pointed = [
      ...all(live, /\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g).flatMap((value) =>
        value.split(' '),
      ),
      ...all(live, /href="#([^"]+)"/g),
    ]
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has one main part and one first heading', () => {
    expect(all(html, /(<main\b)/g)).toHaveLength(1)
    expect(all(html, /(<h1\b)/g)).toHaveLength(1)
  })
})
