import { UsageError } from './usage-error.ts'

/** The choice that was given. @throws UsageError that shows what may be given */
export function oneOf<Choice extends string>(
  choices: readonly Choice[],
  given: string,
  option: string,
): Choice {
  const choice = choices.find((one) => one === given)
  if (choice === undefined) throw new UsageError(`${option} ${choices.join('|')}`)
  return choice
}
