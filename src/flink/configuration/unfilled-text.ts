/** `${NAME}`, a directory below `$NAME` or `<name>`, or nothing but `<name>`. */
export const UNFILLED = /\$\{\w+\}|(?<=:\/\/)(\$\w+|<[^>]+>)|^<[^>]+>$/;

/** Filled in by the shell that starts the process: `${FLINK_LOG_PREFIX}`. */
const BY_SHELL = /^env\.java\.opts(\.|$)/;
/** `<host>` stands for something there. */
const BY_FLINK = /^metrics\./;

/** Whether a setting holds a sign that some tool should have replaced: Flink replaces none. */
export function isUnfilled(key: string, value: string): boolean {
  return UNFILLED.test(value) && !BY_SHELL.test(key) && !BY_FLINK.test(key);
}
