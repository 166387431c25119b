import { PadesError } from '../errors.ts'

// The table of RFC 2268, 2: a permutation of the octets made from the digits of pi.
const pi = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
)

const blockBytes = 8

/** Takes RC2 in CBC mode off (RFC 2268), which Node has no more; only ever to read old key files. */
export function decryptRc2(
  data: Uint8Array,
  key: Uint8Array,
  effectiveBits: number,
  iv: Uint8Array,
): Uint8Array {
  if (data.length === 0 || data.length % blockBytes !== 0) wrong()
  const words = expandKey(key, effectiveBits)
  const result = Buffer.alloc(data.length)
  let before = iv
  for (let at = 0; at < data.length; at += blockBytes) {
    const block = data.subarray(at, at + blockBytes)
    const plain = decryptBlock(block, words)
    for (let n = 0; n < blockBytes; n++) result[at + n] = (plain[n] ?? 0) ^ (before[n] ?? 0)
    before = block
  }
  return withoutPadding(result)
}

function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const table = (octet: number): number => pi[octet & 0xff] ?? 0
  const l = new Uint8Array(128)
  l.set(key)
  for (let n = key.length; n < 128; n++) l[n] = table((l[n - 1] ?? 0) + (l[n - key.length] ?? 0))
  const effectiveBytes = Math.ceil(effectiveBits / 8)
  const mask = 0xff >> (8 * effectiveBytes - effectiveBits)
  l[128 - effectiveBytes] = table((l[128 - effectiveBytes] ?? 0) & mask)
  for (let n = 127 - effectiveBytes; n >= 0; n--) l[n] = table((l[n + 1] ?? 0) ^ (l[n + effectiveBytes] ?? 0))
  return Uint16Array.from({ length: 64 }, (_, n) => (l[2 * n] ?? 0) | ((l[2 * n + 1] ?? 0) << 8))
}

const rotations = [1, 2, 3, 5]

function decryptBlock(block: Uint8Array, words: Uint16Array): Uint8Array {
  const r = Uint16Array.from({ length: 4 }, (_, n) => (block[2 * n] ?? 0) | ((block[2 * n + 1] ?? 0) << 8))
  const at = (n: number): number => r[n & 3] ?? 0
  let next = 63
  for (let round = 16; round > 0; round--) {
    for (let n = 3; n >= 0; n--) {
      const turn = rotations[n] ?? 0
      const value = (at(n) >>> turn) | (at(n) << (16 - turn))
      r[n] = value - (words[next--] ?? 0) - (at(n + 3) & at(n + 2)) - (~at(n + 3) & at(n + 1))
    }
    // After the fifth and the eleventh mixing round, seen from the end, comes a mashing round.
    if (round === 12 || round === 6) for (let n = 3; n >= 0; n--) r[n] = at(n) - (words[at(n + 3) & 63] ?? 0)
  }
  return new Uint8Array(r.buffer)
}

function withoutPadding(data: Buffer): Uint8Array {
  const count = data.at(-1) ?? 0
  if (count < 1 || count > blockBytes || data.subarray(-count).some((octet) => octet !== count)) wrong()
  return data.subarray(0, data.length - count)
}

/** @throws PadesError `key_wrong_password`, always */
function wrong(): never {
  throw new PadesError('key_wrong_password', 'what the password opens is not what was closed')
}
