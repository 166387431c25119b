// The thread in which the browser reads PDFs, in a file of its own.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
