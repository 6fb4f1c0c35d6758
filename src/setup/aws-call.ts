/** As the AWS CLI and the SDKs' packages name them. */
export type AwsServiceName = 'appintegrations' | 'connect' | 'connectcases'

/** What an earlier call answered, by the name that a shell gives it. */
export class Variable {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A value of a call's input. */
export type Input = string | number | boolean | Variable | readonly Input[] | InputMembers
export interface InputMembers {
  readonly [member: string]: Input
}

/** A call of an AWS operation, as data: it can be shown, printed for a shell, and made. */
export interface AwsCall {
  readonly service: AwsServiceName
  /** As the API reference names it: `DescribeInstance`. */
  readonly operation: string
  readonly input: InputMembers
}

/** A call that changes something. */
export interface AwsWrite extends AwsCall {
  /** The member of its answer that later calls need. */
  readonly gives?: { readonly member: string; readonly as: Variable }
}

/** The input with what earlier calls answered in its place. */
export function filledIn(input: Input, answers: ReadonlyMap<Variable, string>): unknown {
  if (input instanceof Variable) {
    const answer = answers.get(input)
    if (answer === undefined) throw new Error(`No earlier call gave ${input.name}`)
    return answer
  }
  if (typeof input !== 'object') return input
  if (isList(input)) return input.map((item) => filledIn(item, answers))
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, filledIn(value, answers)]))
}

/** `Array.isArray`, which does not tell readonly lists from objects. */
export function isList(input: readonly Input[] | InputMembers): input is readonly Input[] {
  return Array.isArray(input)
}
