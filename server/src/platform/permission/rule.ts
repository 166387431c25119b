import { type RawBuilder, sql } from 'kysely'
import type { Actor, Grant } from '../context.ts'
import type { PlainDate } from '../time/plain-date.ts'

/**
 * Who asks: the actor, today, and the grants that count at this place of the rule. A `byRole` node narrows them, so that
 * a relation such as "in the subtree" speaks of the subtree of that very role.
 */
export interface Subject {
  readonly actor: Actor
  readonly today: PlainDate
  readonly grants: readonly Grant[]
}

/** One relation between the actor and a thing, said twice: of a loaded record, and in SQL of a row. */
export interface Relation<Row, Columns> {
  readonly name: string
  test(subject: Subject, row: Row): boolean
  sql(subject: Subject, columns: Columns): RawBuilder<boolean>
}

/** A rule of permission: written once, evaluated for a record and compiled for a list. */
export type Rule<Row, Columns> =
  | { readonly kind: 'all' | 'any'; readonly rules: readonly Rule<Row, Columns>[] }
  | { readonly kind: 'not'; readonly rule: Rule<Row, Columns> }
  | { readonly kind: 'role'; readonly roles: readonly string[]; readonly rule: Rule<Row, Columns> }
  | { readonly kind: 'relation'; readonly relation: Relation<Row, Columns> }

/** Every one of the rules holds; of none: everybody. */
export const all = <Row, Columns>(...rules: readonly Rule<Row, Columns>[]): Rule<Row, Columns> => ({
  kind: 'all',
  rules,
})
/** One of the rules holds; of none: nobody. */
export const any = <Row, Columns>(...rules: readonly Rule<Row, Columns>[]): Rule<Row, Columns> => ({
  kind: 'any',
  rules,
})
export const not = <Row, Columns>(rule: Rule<Row, Columns>): Rule<Row, Columns> => ({ kind: 'not', rule })
/** The actor has one of the roles, and for the grants of these roles the rule holds. */
export const byRole = <Row, Columns>(
  roles: readonly string[],
  rule: Rule<Row, Columns>,
): Rule<Row, Columns> => ({
  kind: 'role',
  roles,
  rule,
})
export const is = <Row, Columns>(relation: Relation<Row, Columns>): Rule<Row, Columns> => ({
  kind: 'relation',
  relation,
})

/** The subject of a rule at its root: all grants of the acting post. */
export function subjectOf(c: { readonly actor: Actor; readonly today: PlainDate }): Subject {
  return { actor: c.actor, today: c.today, grants: c.actor.grants }
}

function narrowed(subject: Subject, roles: readonly string[]): Subject {
  return { ...subject, grants: subject.grants.filter((grant) => roles.includes(grant.role)) }
}

/** Whether the rule holds for one loaded record. */
export function evaluate<Row, Columns>(rule: Rule<Row, Columns>, subject: Subject, row: Row): boolean {
  switch (rule.kind) {
    case 'all':
      return rule.rules.every((part) => evaluate(part, subject, row))
    case 'any':
      return rule.rules.some((part) => evaluate(part, subject, row))
    case 'not':
      return !evaluate(rule.rule, subject, row)
    case 'role': {
      const inner = narrowed(subject, rule.roles)
      return inner.grants.length > 0 && evaluate(rule.rule, inner, row)
    }
    case 'relation':
      return rule.relation.test(subject, row)
  }
}

const yes = sql<boolean>`true`
const no = sql<boolean>`false`

/** The same rule as a condition on the rows of a list, so that its count and its pages are right. */
export function compile<Row, Columns>(
  rule: Rule<Row, Columns>,
  subject: Subject,
  columns: Columns,
): RawBuilder<boolean> {
  switch (rule.kind) {
    case 'all':
      return rule.rules.length === 0 ? yes : joined(rule.rules, subject, columns, sql` and `)
    case 'any':
      return rule.rules.length === 0 ? no : joined(rule.rules, subject, columns, sql` or `)
    case 'not':
      // A relation to a missing thing is NULL in SQL and false for us.
      return sql<boolean>`not coalesce(${compile(rule.rule, subject, columns)}, false)`
    case 'role': {
      const inner = narrowed(subject, rule.roles)
      return inner.grants.length === 0 ? no : compile(rule.rule, inner, columns)
    }
    case 'relation':
      return rule.relation.sql(subject, columns)
  }
}

function joined<Row, Columns>(
  rules: readonly Rule<Row, Columns>[],
  subject: Subject,
  columns: Columns,
  by: RawBuilder<unknown>,
): RawBuilder<boolean> {
  // Bare, so that an index can serve each part: a missing thing makes a part NULL, which a WHERE and `not` take for false.
  const parts = rules.map((rule) => compile(rule, subject, columns))
  return sql<boolean>`(${sql.join(parts, by)})`
}
