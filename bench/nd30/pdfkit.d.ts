/** What the bench uses of pdfkit, which brings no types. */
declare module 'pdfkit' {
  interface TextOptions {
    readonly align?: 'left' | 'center' | 'justify'
    readonly indent?: number
    readonly paragraphGap?: number
    readonly lineGap?: number
    readonly continued?: boolean
  }

  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>)
    registerFont(name: string, path: string): this
    font(name: string): this
    fontSize(size: number): this
    text(text: string, options?: TextOptions): this
    end(): void
    on(event: 'data', listener: (chunk: Buffer) => void): this
    on(event: 'end', listener: () => void): this
  }
}
