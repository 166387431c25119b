import { createTransport } from 'nodemailer'
import type { Config } from '../config/config.ts'

/** A letter in plain words; it carries no pictures and nothing that is fetched. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Takes letters to the office's own mail server. */
export interface Mailer {
  /** @throws whatever the mail server said, or that it could not be reached */
  send(letter: Letter): Promise<void>
  close(): void
}

const waitMs = 20_000

/** The mailer of the settings `SMTP_URL` and `MAIL_FROM`; null where no mail server is named. */
export function openMailer({ mail }: Pick<Config, 'mail'>): Mailer | null {
  if (mail === null) return null
  const transport = createTransport({
    url: mail.smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      await transport.sendMail({
        ...letter,
        // As one address: a text would be read as a list, and whatever stands in angle brackets would get the letter.
        to: { name: '', address: letter.to },
        from: mail.from,
        // So that no absence note answers, and none of these letters goes round in a ring.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
