import { cpuFigures } from './cpu/cpu-figures.ts'
import { toLine } from './figure.ts'
for (const figure of await cpuFigures()) console.log(toLine(figure))
process.exit(0)
