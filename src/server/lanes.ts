/** Runs tasks, at most so many at once; the others wait in the order they came. */
export function createLanes(count: number) {
  const waiting: (() => void)[] = []
  let free = count
  return async <Answer>(task: () => Promise<Answer>): Promise<Answer> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift() // takes over the lane
      if (next === undefined) free += 1
      else next()
    }
  }
}
