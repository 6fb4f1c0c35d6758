import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings, settingNames } from './env.ts'
import { framingProblem } from './framing.ts'
import { createLog, stdoutInBatches } from './log.ts'
import { readPageConfig } from './page-config-file.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { startOtlpExport } from './telemetry/otlp-export.ts'

const wrongUsage = 64 // EX_USAGE of sysexits.h
const wrongSettings = 78 // EX_CONFIG

// This file runs in src/server by tsx, and in a folder of dist as built.
const builtPage = new URL(import.meta.url.endsWith('.ts') ? '../../dist/page' : '../page', import.meta.url)

const help = `Usage: connect-contact-cases server

Serves the panel's page and its API. Its environment tells it how; docs/operate.md says what each variable means:

  ${settingNames.join('\n  ')}`

/** Runs the server as the environment says, until the process is told to end. */
export async function runServer(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(help)
  if (args.length > 0) stop(`The server takes no "${args[0]}": its environment tells it. See --help.`, wrongUsage)
  const settings = readSettings(process.env)
  if (!settings.ok) stop(settings.problem, wrongSettings)
  const pageDirectory = settings.value.pageDirectory ?? fileURLToPath(builtPage)
  if (!existsSync(join(pageDirectory, 'index.html'))) {
    stop(`There is no page in ${pageDirectory}. Build it with: npm run build`, wrongSettings)
  }
  const pageConfig = await readPageConfig(settings.value.pageConfig ?? join(pageDirectory, 'config.json'))
  if (!pageConfig.ok) stop(pageConfig.problem, wrongSettings)
  const cannotBeFramed = framingProblem(pageConfig.value, settings.value.frameAncestors)
  if (cannotBeFramed !== null) stop(cannotBeFramed, wrongSettings)

  // Before the server: it takes its instruments when it starts.
  const stopExport = settings.value.exportsTelemetry ? await startOtlpExport() : null

  const starting = startServer({
    settings: settings.value,
    pageConfig: pageConfig.value,
    pageDirectory,
    log: createLog(stdoutInBatches()),
  }).catch((error: unknown) => stop(cannotListen(error, settings.value.port), 1))

  // Once: a second signal ends the process at once, as it would without us.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(starting, stopExport))
}

async function end(starting: Promise<RunningServer>, stopExport: (() => Promise<void>) | null): Promise<void> {
  const server = await starting
  await server.close()
  await stopExport?.()
  process.exit(0)
}

function cannotListen(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : error
  return code === 'EADDRINUSE' ? `Port ${port} is taken. Set PORT to another.` : `The server cannot listen: ${code}.`
}

function stop(line: string, exitCode: number): never {
  process.stderr.write(`${line}\n`)
  process.exit(exitCode)
}
