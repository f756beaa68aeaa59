import fc from 'fast-check';
import { JvmOptions, LogConfiguration, LogLevel } from '../../src';
import { Drawn, making, mostly, one, some } from '../making';

const level = one(...Object.values(LogLevel));
export const anyLogging: Drawn = fc.oneof(
  making(some({
    root: level, loggers: mostly(level.map((of) => ({ 'com.example': of, 'org.apache.kafka': LogLevel.WARN })), level.map((of) => ({ 'a b': of }))), files: fc.boolean(),
  }, 3), LogConfiguration.levels),
  making(mostly(one('rootLogger.level = INFO\n'), one('')), LogConfiguration.log4j),
  making(one('<configuration/>'), LogConfiguration.logback),
);

const flags = mostly(
  fc.subarray(['-XX:+UseG1GC', '-XX:MaxGCPauseMillis=200', '-Dfile.encoding=UTF-8', '-Xlog:gc*:file=${FLINK_LOG_PREFIX}.gc.log:time'], { minLength: 1, maxLength: 3 }),
  one(['-Xmx2g'], ['-Da=b c'], ['UseG1GC']),
);
export const anyJvm: Drawn = making(some({ both: flags, jobManager: flags, taskManager: flags }, 2), JvmOptions.of);
