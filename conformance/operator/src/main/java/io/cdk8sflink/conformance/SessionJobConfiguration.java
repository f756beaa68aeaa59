package io.cdk8sflink.conformance;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.FlinkSessionJob;
import org.apache.flink.kubernetes.operator.api.status.ReconciliationState;

/** The configuration that the operator submits a session job with, once its session cluster is deployed. */
final class SessionJobConfiguration {

    private SessionJobConfiguration() {}

    static Map<String, String> of(Question question) throws Exception {
        FlinkSessionJob job = Manifest.read(question.object("manifest"), FlinkSessionJob.class);
        Configuration built = OperatorConfiguration.managerFor(question)
                .getSessionJobConfig(job.getMetadata().getName(), deployed(question), job.getSpec());
        EffectiveConfiguration.deleteGenerated(built);
        return EffectiveConfiguration.settings(built);
    }

    private static FlinkDeployment deployed(Question question) throws Refusal {
        FlinkDeployment session = Manifest.read(question.object("session"), FlinkDeployment.class);
        session.setStatus(session.initStatus());
        var reconciliation = session.getStatus().getReconciliationStatus();
        reconciliation.serializeAndSetLastReconciledSpec(session.getSpec(), session);
        reconciliation.setState(ReconciliationState.DEPLOYED);
        return session;
    }
}
