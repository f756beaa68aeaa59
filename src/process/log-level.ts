/** What is logged of a logger: this and what is graver. */
export enum LogLevel {
  /** Everything. */
  TRACE = 'TRACE',
  /** What helps in the search for a mistake. */
  DEBUG = 'DEBUG',
  /** What a process does in general. */
  INFO = 'INFO',
  /** What may be wrong. */
  WARN = 'WARN',
  /** What is wrong. */
  ERROR = 'ERROR',
  /** Nothing. */
  OFF = 'OFF',
}
