package io.cdk8sflink.conformance;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;

/** The verdict of the operator's admission rules on a FlinkDeployment that is new to the cluster. */
final class Admission {

    private static final String ACCEPTED = "accepted";

    private final DefaultValidator validator = new DefaultValidator(new FlinkConfigManager(operatorDefaults()));

    String of(Question question) throws Refusal {
        FlinkDeployment deployment = read(question.object("manifest").toString());
        if (deployment.getMetadata() == null) {
            throw new Refusal("unreadable: metadata is null");
        }
        if (deployment.getMetadata().getNamespace() == null) {
            // The API server would have filled it in before the rules see it.
            deployment.getMetadata().setNamespace("default");
        }
        deployment.setStatus(deployment.initStatus());

        Optional<String> objection = validate(deployment);
        if (objection.isPresent()) {
            throw new Refusal(objection.get());
        }
        return ACCEPTED;
    }

    private static FlinkDeployment read(String manifest) throws Refusal {
        try {
            return Serialization.unmarshal(manifest, FlinkDeployment.class);
        } catch (RuntimeException e) {
            throw new Refusal("unreadable: " + Refusal.describe(e));
        }
    }

    private Optional<String> validate(FlinkDeployment deployment) throws Refusal {
        try {
            return validator.validateDeployment(deployment);
        } catch (UnsupportedOperationException e) {
            throw new NoVerdict(Refusal.describe(e));
        } catch (RuntimeException e) {
            // A rule that breaks keeps the manifest out just as well, but not by a considered message.
            throw new Refusal("threw " + e.getClass().getSimpleName() + ": " + Refusal.describe(e));
        }
    }

    private static Configuration operatorDefaults() {
        return Configuration.fromMap(Map.of("kubernetes.operator.dynamic.config.enabled", "false"));
    }
}
