package io.cdk8sflink.conformance;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.kubernetes.operator.api.spec.FlinkDeploymentSpec;
import org.apache.flink.kubernetes.operator.api.spec.FlinkVersion;
import org.apache.flink.kubernetes.operator.api.spec.Resource;
import org.apache.flink.kubernetes.operator.api.spec.TaskManagerSpec;
import org.apache.flink.kubernetes.operator.config.FlinkConfigBuilder;

/** The process size in bytes that the operator derives from {@code spec.taskManager.resource.memory}. */
final class ResourceMemory {

    private ResourceMemory() {}

    static String of(Question question) {
        Configuration derived = new TaskManagerStep(question.text("text")).derive();
        return Long.toString(derived.get(TaskManagerOptions.TOTAL_PROCESS_MEMORY).getBytes());
    }

    /** Runs the one step of the operator's builder that matters here; the others write files. */
    private static final class TaskManagerStep extends FlinkConfigBuilder {

        TaskManagerStep(String memory) {
            super("default", "oracle", specWith(memory), new Configuration());
        }

        Configuration derive() {
            applyTaskManagerSpec();
            return build();
        }

        private static FlinkDeploymentSpec specWith(String memory) {
            var taskManager = new TaskManagerSpec();
            taskManager.setResource(new Resource(null, memory, null));
            var spec = new FlinkDeploymentSpec();
            spec.setFlinkVersion(FlinkVersion.v1_20);
            spec.setTaskManager(taskManager);
            return spec;
        }
    }
}
