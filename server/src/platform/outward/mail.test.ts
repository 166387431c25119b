import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailer, openMailer } from './mail.ts'

interface Received {
  readonly recipients: readonly string[]
  readonly headers: readonly string[]
  readonly text: string
}
const received: Received[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    simpleParser(stream).then((mail) => {
      received.push({
        recipients: session.envelope.rcptTo.map(({ address }) => address),
        headers: mail.headerLines.map(({ key }) => key),
        text: mail.text ?? '',
      })
      done()
    }, done)
  },
})
let mailer: Mailer | null = null

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const address = smtp.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  mailer = openMailer({
    mail: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Đột Phá <dotpha@tinh.example>', domains: [] },
  })
})
afterAll(async () => {
  mailer?.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
})
beforeEach(() => void received.splice(0))

const send = (letter: { to?: string; subject?: string; text?: string }) =>
  mailer?.send({ to: 'an@tinh.example', subject: 'Việc của anh/chị', text: 'Kính gửi', ...letter })

test('a title with line ends in it makes no header and no letter of its own', async () => {
  await send({ subject: 'Đề án\r\nBcc: ke-gian@xa.example\r\n\r\nNội dung khác' })
  expect(received).toHaveLength(1)
  expect(received[0]?.recipients).toEqual(['an@tinh.example'])
  expect(received[0]?.headers).not.toContain('bcc')
  expect(received[0]?.text.trim()).toBe('Kính gửi')
})

test('a text with the signs that end a letter stays one letter, whole', async () => {
  const text = 'dòng một\r\n.\r\nMAIL FROM:<ke-gian@xa.example>\r\nRCPT TO:<tat-ca@tinh.example>\r\ndòng cuối'
  await send({ text })
  expect(received).toHaveLength(1)
  expect(received[0]?.recipients).toEqual(['an@tinh.example'])
  expect(received[0]?.text).toContain('dòng cuối')
})

test.each([
  'an@tinh.example\r\nRCPT TO:<ke-gian@xa.example>',
  'an@tinh.example, ke-gian@xa.example',
  'an@tinh.example <ke-gian@xa.example>',
])('an address with another behind it reaches nobody else: %j', async (to) => {
  await send({ to })?.catch(() => undefined)
  expect(received.flatMap(({ recipients }) => recipients)).not.toContain('ke-gian@xa.example')
  expect(received.length).toBeLessThanOrEqual(1)
})
