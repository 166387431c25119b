// In the place of `node:fs` in the build for browsers, where `fileSource` cannot be reached.
function noFiles(): never {
  throw new Error('a browser opens no file by its path')
}

export { noFiles as closeSync, noFiles as fstatSync, noFiles as openSync, noFiles as readSync }
