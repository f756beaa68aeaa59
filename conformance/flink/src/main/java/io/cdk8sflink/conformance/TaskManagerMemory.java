package io.cdk8sflink.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.clusterframework.types.ResourceProfile;
import org.apache.flink.runtime.taskexecutor.TaskExecutorResourceSpec;
import org.apache.flink.runtime.taskexecutor.TaskExecutorResourceUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** The memory of a TaskManager process and of one of its slots. */
final class TaskManagerMemory {

    private TaskManagerMemory() {}

    static Map<String, Object> of(Question question) {
        Configuration configuration = Configuration.fromMap(question.texts("configuration"));
        TaskExecutorProcessSpec process = TaskExecutorProcessUtils.processSpecFromConfig(configuration);

        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("totalProcess", Bytes.of(process.getTotalProcessMemorySize()));
        memory.put("totalFlink", Bytes.of(process.getTotalFlinkMemorySize()));
        memory.put("frameworkHeap", Bytes.of(process.getFlinkMemory().getFrameworkHeap()));
        memory.put("frameworkOffHeap", Bytes.of(process.getFlinkMemory().getFrameworkOffHeap()));
        memory.put("taskHeap", Bytes.of(process.getTaskHeapSize()));
        memory.put("taskOffHeap", Bytes.of(process.getTaskOffHeapSize()));
        memory.put("network", Bytes.of(process.getNetworkMemSize()));
        memory.put("managed", Bytes.of(process.getManagedMemorySize()));
        memory.put("jvmMetaspace", Bytes.of(process.getJvmMetaspaceSize()));
        memory.put("jvmOverhead", Bytes.of(process.getJvmOverheadSize()));
        memory.put("jvmArguments", ProcessMemoryUtils.generateJvmParametersStr(process));
        memory.put("slots", process.getNumSlots());
        memory.put("slot", slotOf(process));
        return memory;
    }

    /** The same division that a TaskExecutor applies to the resources handed to it at start-up. */
    private static Map<String, Object> slotOf(TaskExecutorProcessSpec process) {
        var resources = new TaskExecutorResourceSpec(
                process.getCpuCores(),
                process.getTaskHeapSize(),
                process.getTaskOffHeapSize(),
                process.getNetworkMemSize(),
                process.getManagedMemorySize(),
                process.getExtendedResources().values());
        ResourceProfile slot =
                TaskExecutorResourceUtils.generateDefaultSlotResourceProfile(resources, process.getNumSlots());

        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("taskHeap", Bytes.of(slot.getTaskHeapMemory()));
        memory.put("taskOffHeap", Bytes.of(slot.getTaskOffHeapMemory()));
        memory.put("managed", Bytes.of(slot.getManagedMemory()));
        memory.put("network", Bytes.of(slot.getNetworkMemory()));
        return memory;
    }
}
