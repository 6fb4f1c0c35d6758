import { type AwsWrite, type Input, isList, Variable } from './aws-call.ts'

/**
 * The call as a line of a shell. All input is one JSON text: as options of their own, the AWS CLI of version 1 would
 * fetch a value that begins with `https://`, and any would read a file where one begins with `file://`.
 */
export function cliLine({ service, operation, input, gives }: AwsWrite, region: string): string {
  const command = `aws ${service} ${kebab(operation)} --region ${quoted(region)} --cli-input-json ${shellWord(input)}`
  return gives ? `${gives.as.name}=$(${command} --query ${gives.member} --output text)` : command
}

/** The calls as one script; none is made after one that failed, also where they are pasted into a terminal. */
export function cliScript(calls: readonly AwsWrite[], region: string): string {
  return calls.map((call) => cliLine(call, region)).join(' &&\n')
}

function kebab(operation: string): string {
  return operation.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}

function quoted(text: string): string {
  return /^[\w-]+$/.test(text) ? text : `'${escaped(text)}'`
}

/** JSON between single quotes, and variables between double ones. */
function shellWord(input: Input): string {
  const pieces = jsonPieces(input).map((piece) => (piece instanceof Variable ? `'"$${piece.name}"'` : escaped(piece)))
  return `'${pieces.join('')}'`
}

function escaped(text: string): string {
  return text.replaceAll("'", String.raw`'\''`)
}

function jsonPieces(input: Input): readonly (string | Variable)[] {
  if (input instanceof Variable) return ['"', input, '"']
  if (typeof input !== 'object') return [asciiJson(input)]
  if (isList(input)) return ['[', ...separated(input.map(jsonPieces)), ']']
  const members = Object.entries(input).map(([name, value]) => [`${asciiJson(name)}:`, ...jsonPieces(value)])
  return ['{', ...separated(members), '}']
}

function separated(parts: readonly (readonly (string | Variable)[])[]): (string | Variable)[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [',', ...part]))
}

// Whatever a shell's locale is, it hands on ASCII as it is.
function asciiJson(value: string | number | boolean): string {
  return JSON.stringify(value).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
