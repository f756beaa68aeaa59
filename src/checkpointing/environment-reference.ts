/**
 * A value that Hadoop's `Configuration` takes from the environment of the process that reads it. The plugins for
 * Azure and OSS hand `fs.azure.` and `fs.oss.` to it; where the variable is missing, the file system does not start.
 */
export function environmentReference(variable: string): string {
  return `\${env.${variable}}`;
}
