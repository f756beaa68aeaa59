package io.cdk8sflink.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;

/** The memory of a JobManager process. */
final class JobManagerMemory {

    /** How the start scripts of 1.x derive the memory; 2.0 dropped it with the legacy heap options. */
    private static final String SCRIPT_ENTRY_OF_FLINK_1 = "processSpecFromConfigWithNewOptionToInterpretLegacyHeap";

    private static final Reflected FLINK_1 = Reflected.methodIfPresent(
            JobManagerProcessUtils.class, SCRIPT_ENTRY_OF_FLINK_1, Configuration.class, ConfigOption.class);

    /** Public only since 2.0. */
    private static final Reflected FLINK_2 =
            Reflected.method(JobManagerProcessUtils.class, "processSpecFromConfig", Configuration.class);

    private JobManagerMemory() {}

    static Map<String, Object> of(Question question) throws Exception {
        Configuration configuration = Configuration.fromMap(question.texts("configuration"));
        JobManagerProcessSpec process = processFrom(configuration);

        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("totalProcess", Bytes.of(process.getTotalProcessMemorySize()));
        memory.put("totalFlink", Bytes.of(process.getTotalFlinkMemorySize()));
        memory.put("heap", Bytes.of(process.getJvmHeapMemorySize()));
        memory.put("offHeap", Bytes.of(process.getJvmDirectMemorySize()));
        memory.put("jvmMetaspace", Bytes.of(process.getJvmMetaspaceSize()));
        memory.put("jvmOverhead", Bytes.of(process.getJvmOverheadSize()));
        // The configuration decides whether the direct memory limit is among the arguments.
        memory.put("jvmArguments", JobManagerProcessUtils.generateJvmParametersStr(process, configuration));
        return memory;
    }

    private static JobManagerProcessSpec processFrom(Configuration configuration) throws Exception {
        return (JobManagerProcessSpec) (FLINK_1 == null
                ? FLINK_2.call(configuration)
                : FLINK_1.call(configuration, JobManagerOptions.JVM_HEAP_MEMORY));
    }
}
