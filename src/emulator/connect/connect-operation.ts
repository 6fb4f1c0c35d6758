import { type Answer, type ErrorType, failure } from '../answer.ts'
import { type Operation, type Outcome, operation, type Request } from '../operation.ts'
import type { Shape } from '../shape.ts'
import type { Directory } from './directory.ts'
import type { Instance } from './instance.ts'

interface Known<I> extends Pick<Request<I>, 'tokens' | 'newId' | 'at' | 'paged' | 'store'> {
  readonly directory: Directory
  readonly instance: Instance
}

interface Specification<I> {
  readonly name: string
  readonly method: Operation['method']
  readonly path: string
  /** Where members that are not in the path travel: in the body, unless it says otherwise. */
  readonly parametersIn?: 'body' | 'query'
  readonly input: Shape<I>
  answer(input: I, known: Known<I>): Answer | Outcome
}

/** An operation whose `answer` sees only input within the service model's limits and of the instance that there is. */
export function connectOperation<I extends { readonly InstanceId: string }>(
  specification: Specification<I>,
): Operation {
  const { answer, parametersIn = 'body', ...row } = specification
  return sayingInvalid(
    'InvalidParameterException',
    operation({
      ...row,
      parametersIn,
      answer(request) {
        const { input, store } = request
        const { directory, instance } = store
        const isThisOne = input.InstanceId === instance.instanceId || input.InstanceId === instance.instanceArn
        if (isThisOne) return answer(input, Object.assign(request, { directory, instance }))
        return connectFailure('ResourceNotFoundException', `Instance ${input.InstanceId} was not found`)
      },
    }),
  )
}

/** The operation in its own service's words: what service `cases` calls a ValidationException has another name there. */
export function sayingInvalid(
  errorType: 'InvalidParameterException' | 'InvalidRequestException',
  inner: Operation,
): Operation {
  return {
    ...inner,
    handle(raw, world) {
      const { answer, changes } = inner.handle(raw, world)
      if (answer.errorType !== 'ValidationException' || !('message' in answer.body)) return { answer, changes }
      return { answer: connectFailure(errorType, String(answer.body.message)), changes }
    },
  }
}

/** An error of the services `connect` and `app-integrations`, whose models write `Message` with a capital. */
export function connectFailure(errorType: ErrorType, message: string): Answer {
  return failure(errorType, message, { Message: message })
}
