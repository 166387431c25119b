import { confirmAccessFor, createUserFor, removeFactorsFor, setPasswordFor } from '../identity/index.ts'
import { realClock } from '../platform/clock.ts'
import { Failure, Refusal } from '../platform/refusal.ts'
import { optionsOf, withDatabase } from './command.ts'

const usage = [
  'dotpha user create --account NAME --person ID [--json]',
  'dotpha user password --account NAME [--json]',
  'dotpha user confirm --account NAME [--json]',
  'dotpha user factor reset --account NAME --reason TEXT [--json]',
].join('\n')

/**
 * `dotpha user create --account NAME --person ID` makes an account for a person of the directory, `dotpha user password
 * --account NAME` gives it a new password. The password is made up and shown once; it is never taken from the command
 * line, where others could read it. `dotpha user factor reset --account NAME --reason TEXT` takes a lost second step away,
 * for the last administrator, whom nobody else could help. `dotpha user confirm --account NAME` is the second person where there
 * is none yet: the code that it shows goes to the owner of the account.
 */
export async function userCommand(args: readonly string[]): Promise<void> {
  const [verb, ...rest] = args[0] === 'factor' ? [args.slice(0, 2).join(' '), ...args.slice(2)] : args
  const { account, person, reason, json } = optionsOf(rest, ['account', 'person', 'reason'])
  if (account === undefined) throw new Failure('usage', usage)
  const now = realClock.now()
  if (verb === 'create' && person !== undefined) {
    say(
      await withDatabase((database) => createUserFor(database, { username: account, personId: person }, now)),
      json,
    )
  } else if (verb === 'password') {
    say(await withDatabase((database) => setPasswordFor(database, { username: account }, now)), json)
  } else if (verb === 'confirm') {
    const made = await withDatabase((database) =>
      confirmAccessFor(database, { username: account }, now).catch(inWords),
    )
    if (json) console.log(JSON.stringify(made))
    else
      console.log(
        made.code === null
          ? `${made.username}: đã xác nhận · confirmed`
          : `${made.code}\n(mã kích hoạt, chỉ hiện một lần: giao cho chủ tài khoản · the activation code, shown once: hand it to the owner)`,
      )
  } else if (verb === 'factor reset' && reason !== undefined) {
    const { username } = await withDatabase((database) =>
      removeFactorsFor(database, { username: account, reason }, now).catch(inWords),
    )
    console.log(
      json
        ? JSON.stringify({ username })
        : `${username}: đã gỡ bước hai, kết thúc mọi phiên · the second step was removed, all sessions ended`,
    )
  } else {
    throw new Failure('usage', usage)
  }
}

function say(made: { readonly password: string }, json: boolean): void {
  if (json) console.log(JSON.stringify(made))
  else console.log(`${made.password}\n(chỉ hiện một lần · shown once)`)
}

/** What an operator can mend, in a sentence. */
function inWords(error: unknown): never {
  const sentences: Readonly<Record<string, string>> = {
    no_factor: 'Tài khoản này chưa có bước hai nào.\nThis account has no second step.',
    nothing_unconfirmed:
      'Tài khoản này không có gì chờ xác nhận.\nNothing of this account waits for confirmation.',
    not_found: 'Không có tài khoản này.\nThere is no such account.',
  }
  const sentence = error instanceof Refusal ? sentences[error.code] : undefined
  throw error instanceof Refusal && sentence !== undefined ? new Failure(error.code, sentence, error) : error
}
