import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localPath } from './local-path.ts'

describe('a path that comes along', () => {
  test.each([
    ['/', '/'],
    ['/cong-viec/2022-tuky-003', '/cong-viec/2022-tuky-003'],
    ['/cong-viec?trang=2&don-vi=tu-ky#cuoi', '/cong-viec?trang=2&don-vi=tu-ky#cuoi'],
    ['/tim-kiem?q=Tứ+Kỳ', '/tim-kiem?q=T%E1%BB%A9+K%E1%BB%B3'],
    ['/a?tiep=https://b.example', '/a?tiep=https://b.example'],
    ['/a/../b', '/b'],
  ])('%j is taken', (text, path) => {
    expect(localPath(text)).toBe(path)
  })

  test.each([
    undefined,
    '',
    'cong-viec',
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    '/ /evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/a\r\nSet-Cookie: x=y',
    '/a\u0000b',
    `/${'a'.repeat(2001)}`,
  ])('%j is not', (text) => {
    expect(localPath(text, '/ban-dau')).toBe('/ban-dau')
  })

  test('whatever it is, a browser stays on this host', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      '\t',
      '\n',
      'evil.example',
      'ă',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPath(`/${pieces.join('')}`)
        expect(new URL(path, 'https://dotpha.example/a/b').host).toBe('dotpha.example')
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
      }),
    )
  })
})
