const AZURE = ['flink-azure-fs-hadoop'];

/** The jars in the image's `opt` folder that know a scheme, as the files of their services have it; the usual one first. */
export const FILE_SYSTEM_PLUGINS: Readonly<Record<string, readonly string[]>> = {
  s3: ['flink-s3-fs-presto', 'flink-s3-fs-hadoop', 'flink-s3-fs-native'],
  s3p: ['flink-s3-fs-presto'],
  s3a: ['flink-s3-fs-hadoop', 'flink-s3-fs-native'],
  gs: ['flink-gs-fs-hadoop'],
  abfs: AZURE,
  abfss: AZURE,
  wasb: AZURE,
  wasbs: AZURE,
  oss: ['flink-oss-fs-hadoop'],
};
