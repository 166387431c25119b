import type { Piece } from './piece.ts'
import type { Body, Foot, Head, Recognised, Role } from './recognised.ts'

type Found = Omit<Recognised, 'pieces' | 'roleOf'>
export interface PieceRole {
  readonly piece: Piece
  readonly role: Role
}

/** Every piece that was found, with what it was taken for, in the order of the file's parts. */
export function rolesOf(found: Found): readonly PieceRole[] {
  const { addressees, annexes, copy } = found
  return [
    ...ofHead(found.head),
    ...as('addressee', addressees ? [addressees.label, ...addressees.lines] : []),
    ...as('competence', found.competence),
    ...as('base', found.bases),
    ...as('enacting', [found.enacting]),
    ...ofBody(found.body),
    ...ofFoot(found.foot),
    ...annexes.flatMap((annex) => [
      ...as('annexLabel', [annex.label]),
      ...as('annexTitle', annex.title),
      ...as('annexReference', annex.reference),
      ...ofBody(annex.body),
    ]),
    ...(copy ? [...as('copyLabel', [copy.label]), ...ofHead(copy.head), ...ofFoot(copy.foot)] : []),
  ]
}

function as(role: Role, pieces: readonly (Piece | null)[]): readonly PieceRole[] {
  return pieces.filter((piece) => piece !== null).map((piece) => ({ piece, role }))
}

function ofHead(head: Head): readonly PieceRole[] {
  return [
    ...as('country', [head.country]),
    ...as('motto', [head.motto]),
    ...as('partyTitle', [head.partyTitle]),
    ...as('superior', head.superior),
    ...as('issuer', head.issuer),
    ...as('star', [head.star]),
    ...as('number', [head.number]),
    ...as('issued', [head.issued]),
    ...as('kind', [head.kindLine]),
    ...as('abstract', head.abstract),
    ...as('letterAbstract', head.letterAbstract),
    ...as('dashes', [head.dashes]),
    ...as('urgency', [head.urgency]),
    ...as('circulation', [head.circulation]),
    ...as('draft', [head.draft]),
  ]
}

const ofBody = ({ parts }: Body): readonly PieceRole[] => parts.map(({ piece, role }) => ({ piece, role }))

function ofFoot({ signatures, recipients, contact }: Foot): readonly PieceRole[] {
  return [
    ...signatures.flatMap(({ authority, position, name }) => [
      ...as('authority', authority),
      ...as('position', position),
      ...as('signer', [name]),
    ]),
    ...as('recipientsLabel', [recipients?.label ?? null]),
    ...(recipients?.lines ?? []).map(
      (piece): PieceRole => ({
        piece,
        role: piece === recipients?.archive ? 'archive' : 'recipients',
      }),
    ),
    ...as('drafter', [recipients?.drafter ?? null]),
    ...as('contact', contact),
  ]
}
