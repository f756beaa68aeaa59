package org.apache.flink.autoscaler.validation;

import java.util.Optional;
import org.apache.flink.autoscaler.config.AutoScalerOptions;
import org.apache.flink.configuration.Configuration;

/**
 * Stands in for the class of this name that DefaultValidator links against: the flink-autoscaler
 * within reach is older than the operator and lacks it. With the autoscaler off the real one has no
 * objection either; with it on this one gives no answer rather than a wrong one.
 */
public class AutoscalerValidator {

    public Optional<String> validateAutoscalerOptions(Configuration configuration) {
        if (configuration.get(AutoScalerOptions.AUTOSCALER_ENABLED)) {
            throw new UnsupportedOperationException(
                    "the autoscaler rules of this operator version are not on the class path");
        }
        return Optional.empty();
    }
}
