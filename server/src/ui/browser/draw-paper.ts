import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

// A paper of a thousand pages is opened by its link; nobody reads it in a pane.
const maxPages = 60
// Sharper than twice is not seen, and costs memory by the square.
const maxDensity = 2

/**
 * A PDF drawn page by page, each when it comes into sight. Its text is there for those who hear the page. The reader of PDFs
 * works in a thread of its own.
 */
export class DrawnPaper {
  private readonly place: HTMLElement
  private readonly page: string
  private loading: PDFDocumentLoadingTask | undefined
  private seen: IntersectionObserver | undefined

  /** @param page the name of a page, with `{page}` and `{pages}` */
  constructor(place: HTMLElement, page: string) {
    this.place = place
    this.page = page
  }

  /** @throws where the file cannot be read as a PDF */
  async open(href: string) {
    const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const worker = document.querySelector<HTMLMetaElement>('meta[name="paper-worker"]')
    GlobalWorkerOptions.workerSrc = worker?.content ?? ''
    // The policy of the pages allows no WebAssembly; the reader does without it, but for pictures in JPEG 2000.
    const loading = getDocument({ url: href, useWasm: false, isEvalSupported: false })
    this.loading = loading
    await this.lay(await loading.promise)
  }

  clear() {
    for (const sheet of this.place.querySelectorAll('.viewer-page')) sheet.remove()
  }

  close() {
    this.seen?.disconnect()
    void this.loading?.destroy()
  }

  private async lay(paper: PDFDocumentProxy) {
    this.seen = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        this.seen?.unobserve(target)
        void this.draw(paper, target as HTMLElement)
      }
    })
    const first = await paper.getPage(1)
    const { width, height } = first.getViewport({ scale: 1 })
    for (let number = 1; number <= Math.min(paper.numPages, maxPages); number++) {
      const sheet = document.createElement('div')
      sheet.className = 'viewer-page'
      sheet.dataset.number = String(number)
      sheet.style.aspectRatio = `${width} / ${height}`
      sheet.setAttribute('role', 'group')
      sheet.setAttribute(
        'aria-label',
        this.page.replace('{page}', String(number)).replace('{pages}', String(paper.numPages)),
      )
      this.place.append(sheet)
      this.seen.observe(sheet)
    }
  }

  private async draw(paper: PDFDocumentProxy, sheet: HTMLElement) {
    const page = await paper.getPage(Number(sheet.dataset.number))
    const plain = page.getViewport({ scale: 1 })
    sheet.style.aspectRatio = `${plain.width} / ${plain.height}`
    const density = Math.min(window.devicePixelRatio, maxDensity)
    const viewport = page.getViewport({ scale: (sheet.clientWidth / plain.width) * density })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    canvas.setAttribute('aria-hidden', 'true')
    sheet.replaceChildren(canvas)
    await page.render({ canvas, viewport }).promise
    sheet.append(await spoken(page))
  }
}

/** The text of a page for those who hear it. */
async function spoken(page: PDFPageProxy): Promise<HTMLElement> {
  const { items } = await page.getTextContent()
  const words = document.createElement('p')
  words.className = 'hidden-visually'
  words.textContent = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  return words
}
