import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeForm, encodeForm, type FormValues } from './form.ts'

const name = fc
  .stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/)
  .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text))
const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\u0000'))
const texts = fc.array(text, { minLength: 1, maxLength: 5 })
const group = fc.dictionary(name, fc.oneof(text, texts), { minKeys: 1, maxKeys: 4 })
const form = fc.dictionary(
  name,
  fc.oneof(text, texts, group, fc.array(group, { minLength: 1, maxLength: 4 })),
  { maxKeys: 6 },
)

test('whatever a form holds comes back as it was', () => {
  fc.assert(
    fc.property(form, (values) => {
      expect(decodeForm(encodeForm(values as FormValues))).toEqual({ ...values })
    }),
  )
})

test('whatever the names are, the form is read or refused, and nothing is polluted', () => {
  const piece = fc.constantFrom('a', '[', ']', '[]', '[0]', '[9]', '__proto__', 'constructor', '.', '\u0000')
  const hostile = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, fc.string()), { maxLength: 6 }), (fields) => {
      try {
        decodeForm(fields)
      } catch (error) {
        expect(error).toMatchObject({ name: 'Refusal', code: 'form_malformed' })
      }
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
  )
})
