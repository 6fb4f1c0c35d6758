import { runServer } from './command.ts'

await runServer(process.argv.slice(2))
