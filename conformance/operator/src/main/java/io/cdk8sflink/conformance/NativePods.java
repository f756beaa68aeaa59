package io.cdk8sflink.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.kubernetes.KubernetesClusterClientFactory;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptionsInternal;
import org.apache.flink.kubernetes.entrypoint.KubernetesApplicationClusterEntrypoint;
import org.apache.flink.kubernetes.entrypoint.KubernetesSessionClusterEntrypoint;
import org.apache.flink.kubernetes.entrypoint.KubernetesWorkerResourceSpecFactory;
import org.apache.flink.kubernetes.kubeclient.factory.KubernetesJobManagerFactory;
import org.apache.flink.kubernetes.kubeclient.factory.KubernetesTaskManagerFactory;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesJobManagerParameters;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesTaskManagerParameters;
import org.apache.flink.runtime.clusterframework.BootstrapTools;
import org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.externalresource.ExternalResourceUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** The JobManager that the operator submits, and a TaskManager that this JobManager asks Kubernetes for. */
final class NativePods {

    private NativePods() {}

    static Map<String, Object> of(Configuration configuration, boolean application) {
        Map<String, Object> pods = new LinkedHashMap<>();
        // The TaskManager first: building the JobManager writes into the configuration.
        Object taskManager = PodAnswer.of(() -> taskManager(new Configuration(configuration)));
        pods.put("jobManager", PodAnswer.of(() -> jobManager(configuration, application)));
        pods.put("taskManager", taskManager);
        return pods;
    }

    private static Object jobManager(Configuration configuration, boolean application) throws Exception {
        ClusterSpecification cluster = new KubernetesClusterClientFactory().getClusterSpecification(configuration);
        configuration.set(
                KubernetesConfigOptionsInternal.ENTRY_POINT_CLASS,
                (application ? KubernetesApplicationClusterEntrypoint.class : KubernetesSessionClusterEntrypoint.class)
                        .getName());
        FixedPorts.in(configuration);
        KubernetesJobManagerParameters parameters = new KubernetesJobManagerParameters(configuration, cluster);
        return PodAnswer.jobManager(KubernetesJobManagerFactory.buildKubernetesJobManagerSpecification(
                PodTemplates.load(parameters.getPodTemplateFilePath()), parameters));
    }

    private static Object taskManager(Configuration configuration) {
        FixedPorts.in(configuration);
        return PodAnswer.json(KubernetesTaskManagerFactory.buildTaskManagerKubernetesPod(
                        PodTemplates.load(PodTemplates.ofTaskManager(configuration)), taskManagerParameters(configuration))
                .getInternalResource());
    }

    /** As Flink's resource manager makes them for the first TaskManager. */
    static KubernetesTaskManagerParameters taskManagerParameters(Configuration configuration) {
        TaskExecutorProcessSpec process = TaskExecutorProcessUtils.processSpecFromWorkerResourceSpec(
                configuration,
                KubernetesWorkerResourceSpecFactory.INSTANCE.createDefaultWorkerResourceSpec(configuration));
        String name = configuration.get(KubernetesConfigOptions.CLUSTER_ID) + "-taskmanager-1-1";
        Configuration named = new Configuration(configuration);
        named.set(TaskManagerOptions.TASK_MANAGER_RESOURCE_ID, name);
        return new KubernetesTaskManagerParameters(
                configuration,
                name,
                BootstrapTools.getDynamicPropertiesAsString(configuration, named),
                ProcessMemoryUtils.generateJvmParametersStr(process),
                ContaineredTaskManagerParameters.create(configuration, process),
                ExternalResourceUtils.getExternalResourceConfigurationKeys(
                        configuration, KubernetesConfigOptions.EXTERNAL_RESOURCE_KUBERNETES_CONFIG_KEY_SUFFIX),
                Set.of());
    }
}
