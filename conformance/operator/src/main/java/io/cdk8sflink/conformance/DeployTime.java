package io.cdk8sflink.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.client.program.PackagedProgramUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.KubernetesClusterClientFactory;
import org.apache.flink.kubernetes.kubeclient.decorators.FlinkConfMountDecorator;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesJobManagerParameters;
import org.apache.flink.kubernetes.operator.api.spec.FlinkDeploymentSpec;
import org.apache.flink.kubernetes.operator.api.spec.JobSpec;
import org.apache.flink.kubernetes.operator.api.spec.KubernetesDeploymentMode;
import org.apache.flink.kubernetes.utils.KubernetesUtils;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.util.Preconditions;

/** What fails when the operator deploys a FlinkDeployment that it has admitted: the name of each step that does. */
final class DeployTime {

    /** The steps that fail, and the configuration that they look at. */
    static Map<String, Object> of(Question question) throws Exception {
        List<String> failed = new ArrayList<>();
        List<Configuration> built = new ArrayList<>();
        attempt("configuration", failed, () -> built.add(EffectiveConfiguration.build(question)));
        if (built.isEmpty()) {
            return Map.of("failed", failed, "configuration", Map.of());
        }
        Configuration configuration = built.get(0);
        try {
            steps(EffectiveConfiguration.read(question).getSpec(), ClusterConfiguration.withoutOperatorsOwn(configuration), failed);
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
            var taskManager = NativePods.taskManagerParameters(configuration);
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
