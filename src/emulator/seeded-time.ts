/**
 * When everything seeded was made: a seed has no times of its own. ISO 8601 with Z, for the JavaScript SDK cannot read
 * a time as a number.
 */
export const seededTime = '2024-01-01T00:00:00.000Z'
