package io.cdk8sflink.conformance;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.client.program.PackagedProgramUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptionsInternal;
import org.apache.flink.kubernetes.KubernetesClusterClientFactory;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.entrypoint.KubernetesWorkerResourceSpecFactory;
import org.apache.flink.kubernetes.kubeclient.decorators.FlinkConfMountDecorator;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesJobManagerParameters;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesTaskManagerParameters;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.spec.FlinkDeploymentSpec;
import org.apache.flink.kubernetes.operator.api.spec.JobSpec;
import org.apache.flink.kubernetes.operator.api.spec.KubernetesDeploymentMode;
import org.apache.flink.kubernetes.operator.config.FlinkConfigBuilder;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.utils.KubernetesUtils;
import org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.util.FileUtils;
import org.apache.flink.util.Preconditions;

/** What fails when the operator deploys a FlinkDeployment that it has admitted: the name of each step that does. */
final class DeployTime {

    /** The steps that fail, and the configuration that they look at. */
    static Map<String, Object> of(Question question) throws Refusal, IOException {
        List<String> failed = new ArrayList<>();
        List<Configuration> built = new ArrayList<>();
        attempt("configuration", failed, () -> built.add(EffectiveConfiguration.build(question)));
        if (built.isEmpty()) {
            return Map.of("failed", failed, "configuration", Map.of());
        }
        Configuration configuration = built.get(0);
        try {
            steps(EffectiveConfiguration.read(question).getSpec(), withoutOperatorsOwn(configuration), failed);
            return Map.of("failed", failed, "configuration", EffectiveConfiguration.settings(configuration));
        } finally {
            EffectiveConfiguration.deleteGenerated(configuration);
        }
    }

    private static void steps(FlinkDeploymentSpec spec, Configuration configuration, List<String> failed) {
        boolean isNative = KubernetesDeploymentMode.getDeploymentMode(spec) == KubernetesDeploymentMode.NATIVE;
        if (isNative && spec.getJob() != null) {
            attempt("jar", failed, () -> checkJar(spec.getJob(), configuration));
        }
        List<ClusterSpecification> cluster = new ArrayList<>();
        attempt("memory", failed, () -> {
            cluster.add(new KubernetesClusterClientFactory().getClusterSpecification(configuration));
            return TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        });
        if (cluster.isEmpty() || failed.contains("memory")) {
            return;
        }
        var jobManager = new KubernetesJobManagerParameters(configuration, cluster.get(0));
        if (isNative) {
            attempt("factors", failed, jobManager::getJobManagerCPULimitFactor);
            attempt("factors", failed, jobManager::getJobManagerMemoryLimitFactor);
            var taskManager = taskManager(configuration);
            attempt("factors", failed, taskManager::getTaskManagerCPULimitFactor);
            attempt("factors", failed, taskManager::getTaskManagerMemoryLimitFactor);
        }
        attempt("file", failed, () -> new FlinkConfMountDecorator(jobManager).buildAccompanyingKubernetesResources());
    }

    /** As Flink's own cluster descriptor begins an application. */
    private static Object checkJar(JobSpec job, Configuration configuration) {
        String[] arguments = job.getArgs() == null ? new String[0] : job.getArgs();
        if (PackagedProgramUtils.isPython(job.getEntryClass()) || PackagedProgramUtils.isPython(arguments)) {
            return null;
        }
        Preconditions.checkArgument(KubernetesUtils.checkJarFileForApplicationMode(configuration).size() == 1);
        return null;
    }

    private static KubernetesTaskManagerParameters taskManager(Configuration configuration) {
        var worker = KubernetesWorkerResourceSpecFactory.INSTANCE.createDefaultWorkerResourceSpec(configuration);
        var process = TaskExecutorProcessUtils.processSpecFromWorkerResourceSpec(configuration, worker);
        return new KubernetesTaskManagerParameters(
                configuration,
                "taskmanager-1-1",
                "",
                "",
                ContaineredTaskManagerParameters.create(configuration, process),
                Map.of(),
                Set.of());
    }

    private static Configuration withoutOperatorsOwn(Configuration configuration) {
        var handedOver = new Configuration();
        configuration.toMap().forEach((key, value) -> {
            if (!key.startsWith("kubernetes.operator.") && !key.startsWith("job.autoscaler.")) {
                handedOver.setString(key, value);
            }
        });
        return handedOver;
    }

    private static void attempt(String name, List<String> failed, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            if (!failed.contains(name)) {
                failed.add(name);
            }
        }
    }

    /** A part of a deployment. */
    private interface Step {
        Object run() throws Exception;
    }
}
