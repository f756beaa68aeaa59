package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.kubernetes.operator.api.AbstractFlinkResource;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.FlinkSessionJob;
import org.apache.flink.kubernetes.operator.api.spec.AbstractFlinkSpec;
import org.apache.flink.kubernetes.operator.api.spec.FlinkDeploymentSpec;
import org.apache.flink.kubernetes.operator.api.spec.FlinkSessionJobSpec;
import org.apache.flink.kubernetes.operator.api.spec.KubernetesDeploymentMode;
import org.apache.flink.kubernetes.operator.api.utils.SpecUtils;
import org.apache.flink.kubernetes.operator.reconciler.diff.ReflectiveDiffBuilder;

/** What the operator finds between the resource that it deployed and the one that it is given now. */
final class SpecChanges {

    private static final String OPERATOR = "org.apache.flink.kubernetes.operator.";

    private SpecChanges() {}

    static Map<String, Object> of(Question question) throws Exception {
        JsonNode before = question.object("before");
        JsonNode after = question.object("after");
        switch (question.text("kind")) {
            case "FlinkDeployment":
                FlinkDeploymentSpec desired = Manifest.read(after, FlinkDeployment.class).getSpec();
                FlinkDeploymentSpec cluster = deployed(Manifest.read(before, FlinkDeployment.class), FlinkDeploymentSpec.class);
                return between(cluster, desired, KubernetesDeploymentMode.getDeploymentMode(desired));
            case "FlinkSessionJob":
                FlinkSessionJobSpec job = deployed(Manifest.read(before, FlinkSessionJob.class), FlinkSessionJobSpec.class);
                KubernetesDeploymentMode mode = KubernetesDeploymentMode.valueOf(question.text("mode"));
                return between(job, Manifest.read(after, FlinkSessionJob.class).getSpec(), mode);
            default:
                return Map.of("type", betweenColours(before, after));
        }
    }

    private static Map<String, Object> between(AbstractFlinkSpec before, AbstractFlinkSpec after, KubernetesDeploymentMode mode) {
        var diff = new ReflectiveDiffBuilder<>(mode, before, after).build();
        Map<String, String> changes = new TreeMap<>();
        diff.getDiffList().forEach(change -> changes.put(change.getFieldName(), change.getType().name()));
        return Map.of("type", diff.getType().name(), "changes", changes);
    }

    /** The operator keeps it as text in the status of the resource. */
    private static <S extends AbstractFlinkSpec> S deployed(AbstractFlinkResource<S, ?> resource, Class<S> type) {
        return SpecUtils.deserializeSpecWithMeta(SpecUtils.writeSpecWithMeta(resource.getSpec(), resource), type).getSpec();
    }

    /** By reflection, because older releases have no such resource. */
    private static String betweenColours(JsonNode before, JsonNode after) throws Exception {
        Class<?> spec = Class.forName(OPERATOR + "api.spec.FlinkBlueGreenDeploymentSpec");
        Constructor<?> diff = Class.forName(OPERATOR + "reconciler.diff.FlinkBlueGreenDeploymentSpecDiff")
                .getConstructor(KubernetesDeploymentMode.class, spec, spec);
        Object text = SpecUtils.class.getMethod("writeSpecAsJSON", Object.class, String.class).invoke(null, colours(before), "spec");
        Object deployed = SpecUtils.class.getMethod("readSpecFromJSON", String.class, String.class, Class.class).invoke(null, text, "spec", spec);
        Object compared = diff.newInstance(KubernetesDeploymentMode.NATIVE, deployed, colours(after));
        return compared.getClass().getMethod("compare").invoke(compared).toString();
    }

    private static Object colours(JsonNode manifest) throws Exception {
        Object resource = Serialization.unmarshal(manifest.toString(), Class.forName(OPERATOR + "api.FlinkBlueGreenDeployment"));
        return ((CustomResource<?, ?>) resource).getSpec();
    }
}
