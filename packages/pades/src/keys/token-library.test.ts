import { expect, test } from 'vitest'
import { type Cryptoki, ckr } from './cryptoki.ts'
import { TokenLibrary } from './token-library.ts'

const failure = (code: number) => Object.assign(new Error('CKR'), { name: 'Pkcs11Error', code })

/** The beginning and the end of a library, of which it remembers the order. */
function libraryOf() {
  const state = { begun: false, told: [] as string[] }
  const cryptoki = {
    C_Initialize: () => {
      if (state.begun) throw failure(ckr.alreadyInitialized)
      state.begun = true
      state.told.push('begin')
    },
    C_Finalize: () => {
      if (!state.begun) throw failure(ckr.notInitialized)
      state.begun = false
      state.told.push('end')
    },
  } as unknown as Cryptoki
  return { state, library: new TokenLibrary(cryptoki) }
}

test('is begun once for all users and ended with the last', () => {
  const { state, library } = libraryOf()
  const [one, other] = [{}, {}]
  for (const user of [one, other]) {
    library.enter(user)
    library.begin()
  }
  library.leave(one)
  library.leave(one)
  expect(state.told).toEqual(['begin'])
  library.leave(other)
  expect(state.told).toEqual(['begin', 'end'])
})

test('is not ended under a call that works on another thread, and none begins meanwhile', async () => {
  const { state, library } = libraryOf()
  library.enter({})
  library.begin()
  const first = Promise.withResolvers<void>()
  const running = library.run(() => first.promise.then(() => state.told.push('first')))
  const restarting = library.restart()
  const second = library.run(async () => state.told.push('second'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(state.told).toEqual(['begin'])
  first.resolve()
  expect(await restarting).toBe(true)
  await Promise.all([running, second])
  expect(state.told).toEqual(['begin', 'first', 'end', 'begin', 'second'])
  expect(library.generation).toBe(2)
})

test('is not begun anew while a user has a connection, nor by others than who began it', async () => {
  const { state, library } = libraryOf()
  const user = {}
  library.enter(user)
  library.begin()
  library.setConnected(user, true)
  expect(await library.restart()).toBe(false)
  library.setConnected(user, false)
  expect(await library.restart()).toBe(true)

  const foreign = libraryOf()
  foreign.state.begun = true
  foreign.library.enter(user)
  foreign.library.begin()
  expect(await foreign.library.restart()).toBe(false)
  foreign.library.leave(user)
  expect([state.told, foreign.state.told]).toEqual([['begin', 'end', 'begin'], []])
})

test('several who want it begun anew at once get it once', async () => {
  const { state, library } = libraryOf()
  library.enter({})
  library.begin()
  expect(await Promise.all([library.restart(), library.restart()])).toEqual([true, true])
  expect(state.told).toEqual(['begin', 'end', 'begin'])
})
