import type { Draft, Judge } from '../draft.ts'
import { listFault } from './list-lines.ts'
import { lookFaults } from './look-fault.ts'
import { quoted } from './say.ts'

/** R05: `Kính gửi:`; one addressee on the same line, several below each other. Annex I, part II, 9.a. */
export const judgeAddressees: Judge = (context) => {
  const { addressees } = context.recognised
  if (!addressees) return []
  const { label, lines } = addressees
  // A công điện names who sends it above them: `… điện:`. Its sample shows no more of them than that they are upright.
  if (!/^Kính/iu.test(label.text)) return lookFaults(context, 'R05', 'addressee', lines)
  const colon: readonly Draft[] = /^Kính (?:gửi|trình)\s*:/u.test(label.text)
    ? []
    : [
        {
          rule: 'R05',
          code: 'addressee_label',
          at: { piece: label },
          found: quoted(label.text),
          expected: context.profile.name === 'party' ? 'Kính gửi: … / Kính trình: …' : 'Kính gửi: …',
          repairs: [],
        },
      ]
  return [
    ...colon,
    ...lookFaults(context, 'R05', 'addressee', [label, ...lines]),
    ...(context.profile.name === 'state' ? listed(label.text, lines) : []),
  ]
}

function listed(label: string, lines: readonly Parameters<typeof listFault>[1][]): readonly Draft[] {
  const alone = /:\s*$/u.test(label)
  const [first] = lines
  if (!alone || !first) return []
  if (lines.length === 1)
    return [
      {
        rule: 'R05',
        code: 'addressee_one',
        at: { piece: first },
        found: quoted(first.text),
        expected: { vi: 'cùng dòng với “Kính gửi:”', en: 'on the line of “Kính gửi:”' },
        repairs: [],
      },
    ]
  return lines
    .map((piece, at) => listFault('R05', piece, at === lines.length - 1))
    .filter((draft) => draft !== null)
}
