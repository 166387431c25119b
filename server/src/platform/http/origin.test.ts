import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import { requireSameOrigin } from './origin.ts'

const isTaken = (
  method: string,
  headers: Record<string, string>,
  publicOrigin: string | null = null,
): boolean => {
  const request = {
    method,
    headers,
    protocol: 'http',
    host: 'dotpha.local:3000',
  } as unknown as FastifyRequest
  try {
    requireSameOrigin(request, publicOrigin)
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'foreign_origin', status: 403 })
    return false
  }
}

describe('a writing request', () => {
  test.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['another host of the domain', { 'sec-fetch-site': 'same-site' }, false],
    ['the address bar', { 'sec-fetch-site': 'none' }, false],
    ['nobody says where', {}, false],
    ['an older browser, our own page', { origin: 'http://dotpha.local:3000' }, true],
    ['an older browser, another port', { origin: 'http://dotpha.local:8080' }, false],
    ['an older browser, another scheme', { origin: 'https://dotpha.local:3000' }, false],
    [
      'an older browser, a name that begins alike',
      { origin: 'http://dotpha.local:3000.evil.example' },
      false,
    ],
    ['a page without an origin', { origin: 'null' }, false],
    [
      'another site that names our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://dotpha.local:3000' },
      false,
    ],
    ['a machine with its token', { authorization: 'Bearer dp_x' }, true],
    ['a browser that a proxy asked for a password', { authorization: 'Basic eA==' }, false],
    [
      'a proxy’s password and another site',
      { authorization: 'Basic eA==', 'sec-fetch-site': 'cross-site' },
      false,
    ],
  ])('from %s', (_name, headers, taken) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect(isTaken(method, headers)).toBe(taken)
  })

  test('is measured by the address that people type, where one is set', () => {
    const publicOrigin = 'https://dotpha.example.vn'
    expect(isTaken('POST', { origin: publicOrigin }, publicOrigin)).toBe(true)
    expect(isTaken('POST', { origin: 'http://dotpha.local:3000' }, publicOrigin)).toBe(false)
  })
})

test('a reading request may come from anywhere', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(isTaken(method, { 'sec-fetch-site': 'cross-site' })).toBe(true)
})
