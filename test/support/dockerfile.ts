/** An instruction of a Dockerfile, such as `USER node`. */
export interface Instruction {
  readonly name: string
  readonly value: string
}

/** What is between one FROM and the next. */
export interface Stage {
  readonly image: string
  readonly name: string | null
  readonly instructions: readonly Instruction[]
}

/** The stages of a Dockerfile, first to last. */
export function parseDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const instructions = lines.map((line) => {
    const [, name = '', value = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? []
    return { name: name.toUpperCase(), value }
  })
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []))
  return starts.map((start, stage) => {
    const [, image = '', name = null] = /^(\S+)(?: AS (\S+))?$/i.exec(instructions[start]?.value ?? '') ?? []
    return { image, name, instructions: instructions.slice(start + 1, starts[stage + 1]) }
  })
}

/** The values of the instructions of this name. */
export function valuesOf(stage: Stage, name: string): readonly string[] {
  return stage.instructions.filter((instruction) => instruction.name === name).map(({ value }) => value)
}

/** The command of an instruction in exec form, which no shell reads; null where it has another form. */
export function execForm(value: string): readonly string[] | null {
  const json = /\[.*\]$/.exec(value)?.[0]
  return json === undefined ? null : JSON.parse(json)
}
