import { type Answer, failure } from '../answer.ts'
import { type Operation, unchanged } from '../operation.ts'
import { readInput } from '../read-input.ts'
import type { Shape } from '../shape.ts'
import type { Tokens } from '../tokens.ts'
import type { Directory } from './directory.ts'

interface Specification<I> {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly input: Shape<I>
  answer(input: I, known: { readonly directory: Directory; readonly tokens: Tokens }): Answer
}

/** An operation whose `answer` sees only input within the service model's limits and of the instance that there is. */
export function connectOperation<I extends { readonly InstanceId: string }>(
  specification: Specification<I>,
): Operation {
  const { input: shape, answer, ...row } = specification
  return {
    ...row,
    handle(raw, { store: { directory }, tokens }) {
      const read = readInput(shape, 'body', raw)
      if (!read.ok) return unchanged(inConnectsWords(read.answer))
      const { InstanceId } = read.value
      const isThisOne = InstanceId === directory.instanceId || InstanceId === directory.instanceArn
      const missing = () => connectFailure('ResourceNotFoundException', `Instance ${InstanceId} was not found`)
      return unchanged(isThisOne ? answer(read.value, { directory, tokens }) : missing())
    },
  }
}

/** An error of the service `connect`, whose model writes `Message` with a capital. */
export function connectFailure(
  errorType: 'InvalidParameterException' | 'ResourceNotFoundException',
  message: string,
): Answer {
  return failure(errorType, message, { Message: message })
}

// What service `cases` calls a ValidationException is an InvalidParameterException here.
function inConnectsWords(answer: Answer): Answer {
  if (answer.errorType !== 'ValidationException' || !('message' in answer.body)) return answer
  return connectFailure('InvalidParameterException', String(answer.body.message))
}
