package io.cdk8sflink.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.FlinkSessionJob;
import org.apache.flink.kubernetes.operator.api.FlinkStateSnapshot;
import org.apache.flink.kubernetes.operator.api.status.FlinkSessionJobStatus;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.operator.health.CanaryResourceManager;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;

/** The verdict of the operator's admission rules on a resource that is new to the cluster. */
final class Admission {

    private static final String ACCEPTED = "accepted";

    private final Map<FlinkConfigManager, DefaultValidator> validators = new HashMap<>();

    String of(Question question) throws Refusal {
        DefaultValidator validator = validatorFor(question);
        String kind = question.optionalText("kind").orElse("FlinkDeployment");
        Optional<String> objection =
                switch (kind) {
                    case "FlinkDeployment" -> deployment(validator, question);
                    case "FlinkSessionJob" -> sessionJob(validator, question);
                    case "FlinkStateSnapshot" -> snapshot(validator, question);
                    default -> throw new NoVerdict("no rules for kind " + kind);
                };
        if (objection.isPresent()) {
            throw new Refusal(objection.get());
        }
        return ACCEPTED;
    }

    private static Optional<String> deployment(DefaultValidator validator, Question question) throws Refusal {
        FlinkDeployment deployment = Manifest.read(question.object("manifest"), FlinkDeployment.class);
        if (CanaryResourceManager.isCanaryResource(deployment)) {
            return Optional.empty();
        }
        deployment.setStatus(deployment.initStatus());
        return verdict(() -> validator.validateDeployment(deployment));
    }

    private static Optional<String> sessionJob(DefaultValidator validator, Question question) throws Refusal {
        FlinkSessionJob job = Manifest.read(question.object("manifest"), FlinkSessionJob.class);
        if (CanaryResourceManager.isCanaryResource(job)) {
            return Optional.empty();
        }
        job.setStatus(new FlinkSessionJobStatus());
        Optional<FlinkDeployment> session =
                question.has("session")
                        ? Optional.of(Manifest.read(question.object("session"), FlinkDeployment.class))
                        : Optional.empty();
        return verdict(() -> validator.validateSessionJob(job, session));
    }

    /** The job that it names is there: the cluster alone can tell. */
    private static Optional<String> snapshot(DefaultValidator validator, Question question) throws Refusal {
        FlinkStateSnapshot snapshot = Manifest.read(question.object("manifest"), FlinkStateSnapshot.class);
        return verdict(() -> validator.validateStateSnapshot(snapshot, Optional.of(new FlinkDeployment())));
    }

    private static Optional<String> verdict(Rules rules) throws Refusal {
        try {
            return rules.objection();
        } catch (UnsupportedOperationException e) {
            throw new NoVerdict(Refusal.describe(e));
        } catch (RuntimeException e) {
            // A rule that breaks keeps the manifest out just as well, but not by a considered message.
            throw new Refusal("threw " + e.getClass().getSimpleName() + ": " + Refusal.describe(e));
        }
    }

    private DefaultValidator validatorFor(Question question) {
        return validators.computeIfAbsent(OperatorConfiguration.managerFor(question), DefaultValidator::new);
    }

    /** What a validator objects to. */
    private interface Rules {
        Optional<String> objection();
    }
}
