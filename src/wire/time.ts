/**
 * OTLP carries 64 bits of nanoseconds since 1970. Half of that, rounded down, in milliseconds: a start and a duration
 * together still fit, and so do signed numbers. It is the year 2255.
 */
const MAX_TIME = 9e12;

/** Whether it can be a Unix time, or a duration, in milliseconds: whatever else it is must never reach a span. */
export const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= MAX_TIME;
