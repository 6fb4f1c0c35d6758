import { parseArgs } from 'node:util'
import { fail, type Result, succeed } from './result.ts'

/** The options, and what each means. */
const optionTable = {
  host: { type: 'string', takes: 'HOST', says: 'where the panel stands: `workspace`, `streams` or `frame`' },
  instance: { type: 'string', takes: 'ID|ARN', says: 'the Amazon Connect instance' },
  domain: { type: 'string', takes: 'ID', says: 'the Cases domain' },
  url: { type: 'string', takes: 'URL', says: 'where the page is' },
  region: { type: 'string', takes: 'REGION', says: 'the Region; else that of the ARN, the environment or the profile' },
  'security-profile': {
    type: 'string',
    multiple: true,
    takes: 'NAME|ID',
    says: 'who may open the application in the workspace; may be given more than once',
  },
  'sign-in-origin': {
    type: 'string',
    multiple: true,
    takes: 'ORIGIN',
    says: 'where agents sign in, for the workspace to allow it; may be given more than once',
  },
  embedder: {
    type: 'string',
    multiple: true,
    takes: 'ORIGIN',
    says: 'a desktop that frames the page, for `frame`; may be given more than once',
  },
  namespace: {
    type: 'string',
    takes: 'TEXT',
    says: 'the application’s, which never changes; `connect-contact-cases` where it is not given',
  },
  name: { type: 'string', takes: 'TEXT', says: 'the application’s; `Contact cases` where it is not given' },
  'dry-run': { type: 'boolean', takes: '', says: 'changes nothing, and prints the AWS CLI commands that would' },
  yes: { type: 'boolean', takes: '', says: 'goes on without asking' },
  help: { type: 'boolean', takes: '', says: 'prints this' },
} as const

/** What the command line gives. */
export type Given = ReturnType<typeof valuesOf>

function valuesOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: optionTable }).values
}

/** The command line's options, or one sentence that says which is wrong. */
export function readOptions(args: readonly string[]): Result<Given> {
  try {
    return succeed(valuesOf(args))
  } catch (error) {
    // parseArgs says what is wrong in its first sentence, and then how to write a positional argument.
    const said = error instanceof Error ? error.message : String(error)
    return fail(`${said.split(/\.\s|\n/)[0]}. \`connect-contact-cases setup --help\` names the options`)
  }
}

/** What `--help` prints. */
export function helpText(): string {
  const options = Object.entries(optionTable).map(([name, { takes, says }]) => [`--${name} ${takes}`.trim(), says])
  return [
    'Usage: connect-contact-cases setup [OPTIONS]',
    '',
    'Tells an Amazon Connect instance of the page. What is not given is asked for.',
    '',
    ...options.map(([option = '', says = '']) => `  ${option.padEnd(27)}${says.replaceAll('`', '')}`),
  ].join('\n')
}
