// Loaded before the server by --import: answers any message of the parent with the heap that is left after a collection.
process.on('message', () => {
  for (let time = 0; time < 3; time += 1) globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send({ heapUsed, external, rss })
})
process.channel.unref()
