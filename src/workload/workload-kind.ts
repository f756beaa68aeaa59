/** What a streaming job mainly does with a record. */
export enum WorkloadKind {
  /** Map, filter, route: nothing is remembered between records. */
  STATELESS_TRANSFORMATION = 'stateless transformation',
  /** Each record becomes many. */
  FAN_OUT = 'fan-out',
  /** Each record waits for an answer from another system. */
  ASYNC_ENRICHMENT = 'asynchronous enrichment',
  /** Each key is remembered for a while, repeats are dropped. */
  DEDUPLICATION = 'deduplication',
  /** Counts and sums by key and time window. */
  WINDOWED_AGGREGATION = 'windowed aggregation',
  /** Counts and sums by key that never close; each record updates an answer. */
  UNBOUNDED_AGGREGATION = 'unbounded aggregation',
  /** Records of two streams meet by key within a span of time. */
  INTERVAL_JOIN = 'interval join',
  /** Each record meets the version of a slowly changing table that was valid at its time. */
  TEMPORAL_JOIN = 'temporal join',
  /** Records of two streams meet by key, however long ago the other one came. */
  REGULAR_JOIN = 'regular join',
  /** A state machine or pattern is followed for each key. */
  PATTERN_DETECTION = 'pattern detection',
}

/** How a job is written. */
export enum FlinkApi {
  /** Java or Python code on the DataStream API. */
  DATA_STREAM = 'DataStream',
  /** SQL or the Table API. */
  SQL = 'SQL',
}

/** In which language user code runs. */
export enum ProgrammingLanguage {
  /** Java, or anything else on the JVM. */
  JAVA = 'Java',
  /** Python, in a process of its own beside the JVM that takes its memory from the managed memory. */
  PYTHON = 'Python',
}
