import { confirmAccessFor, createUserFor, removeFactorsFor, setPasswordFor } from '../identity/index.ts'
import { isId } from '../platform/id.ts'
import { realClock } from '../platform/time/clock.ts'
import { withDatabase } from './command.ts'
import { type Call, needed } from './command-line/command.ts'
import { wrongCall } from './command-line/wrong-call.ts'

/**
 * `dotpha user create --account NAME --person ID` makes an account for a person of the directory, `dotpha user password
 * --account NAME` gives it a new password. The password is made up and shown once; it is never taken from the command
 * line, where others could read it. `dotpha user factor reset --account NAME --reason TEXT` takes a lost second step away,
 * for the last administrator, whom nobody else could help. `dotpha user confirm --account NAME` is the second person where there
 * is none yet: the code that it shows goes to the owner of the account.
 */
export async function userCommand(call: Call): Promise<void> {
  const username = needed(call, 'account')
  switch (call.verb) {
    case 'create':
      return create(call, username)
    case 'password':
      return password(call, username)
    case 'confirm':
      return confirm(call, username)
    case 'factor reset':
      return resetFactors(call, username)
  }
}

async function create(call: Call, username: string): Promise<void> {
  const personId = needed(call, 'person')
  if (!isId(personId))
    throw wrongCall(
      {
        vi: `--person cần mã của người như danh bạ hoặc API ghi, không phải “${personId}”`,
        en: `--person takes the id of a person as the directory or the API shows it, not “${personId}”`,
      },
      'user',
    )
  const now = realClock.now()
  tell(call, await withDatabase((database) => createUserFor(database, { username, personId }, now)))
}

async function password(call: Call, username: string): Promise<void> {
  tell(call, await withDatabase((database) => setPasswordFor(database, { username }, realClock.now())))
}

async function confirm({ switches }: Call, username: string): Promise<void> {
  const made = await withDatabase((database) => confirmAccessFor(database, { username }, realClock.now()))
  if (switches.has('json')) console.log(JSON.stringify(made))
  else
    console.log(
      made.code === null
        ? `${made.username}: đã xác nhận · confirmed`
        : `${made.code}\n(mã kích hoạt, chỉ hiện một lần: giao cho chủ tài khoản · the activation code, shown once: hand it to the owner)`,
    )
}

async function resetFactors(call: Call, account: string): Promise<void> {
  const reason = needed(call, 'reason')
  const { username } = await withDatabase((database) =>
    removeFactorsFor(database, { username: account, reason }, realClock.now()),
  )
  console.log(
    call.switches.has('json')
      ? JSON.stringify({ username })
      : `${username}: đã gỡ bước hai, kết thúc mọi phiên · the second step was removed, all sessions ended`,
  )
}

function tell({ switches }: Call, made: { readonly password: string }): void {
  if (switches.has('json')) console.log(JSON.stringify(made))
  else console.log(`${made.password}\n(chỉ hiện một lần · shown once)`)
}
