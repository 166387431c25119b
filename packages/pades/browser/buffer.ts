// Put before every file that uses Node's global `Buffer`.
export { Buffer } from 'buffer/index.js'
