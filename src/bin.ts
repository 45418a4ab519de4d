import { exit } from './exit.js'
import { realIo } from './io.js'
import { main } from './main.js'

declare const TTHC_VERSION: string

main(process.argv.slice(2), realIo()).then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    const trace = error instanceof Error ? error.stack : String(error)
    process.stderr.write(
      `tthc ${TTHC_VERSION}: lỗi của phần mềm, xin báo lại / this is a bug, please report it\n${trace}\n`,
    )
    process.exitCode = exit.bug
  },
)
