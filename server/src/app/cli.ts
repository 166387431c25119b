import { main } from './main.ts'

const [command = 'start'] = process.argv.slice(2)

if (command === 'start') {
  await main()
} else {
  console.error(`Không có lệnh “${command}” · There is no command "${command}"`)
  process.exitCode = 2
}
