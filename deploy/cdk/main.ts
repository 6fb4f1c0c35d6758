import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import { addCheckedStack } from './checked-app.ts'
import { pageProtection } from './page-protection.ts'
import { parseDeploymentSettings } from './settings.ts'

const wrongSettings = 78 // EX_CONFIG of sysexits.h

// Which the CDK CLI runs, told by `-c settings=FILE`.
const app = new App()
const file = String(app.node.tryGetContext('settings') ?? 'settings.json')
const settings = parseDeploymentSettings(read(file))
if (!settings.ok) stop(`${file}: ${settings.problem}`)

const built = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))
const { domainName, page: config, frameAncestors } = settings.value
const pageDirectory = built('page')
const protection = await pageProtection({ directory: pageDirectory, domainName, config, frameAncestors })

addCheckedStack(app, settings.value, { pageDirectory, lambdaDirectory: built('lambda'), protection })
app.synth()

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return stop(`${path}: cannot be read`)
  }
}

function stop(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(wrongSettings)
}
