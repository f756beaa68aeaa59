package io.cdk8sflink.conformance;

import java.io.IOException;
import java.util.Map;

/** Answers what the real Flink Kubernetes Operator on the class path admits and derives. */
public final class OperatorOracle {

    private OperatorOracle() {}

    public static void main(String[] args) throws IOException {
        new QuestionLoop(Map.of(
                "admit", new Admission()::of,
                "clusterConfiguration", ClusterConfiguration::of,
                "configuration", EffectiveConfiguration::of,
                "sessionJobConfiguration", SessionJobConfiguration::of,
                "deployTime", DeployTime::of,
                "resourceMemory", ResourceMemory::of,
                "schema", ResourceSchema::fields,
                "readManifest", ManifestReading::of,
                "specChanges", SpecChanges::of,
                "pods", new EffectivePods()::of))
                .serve();
    }
}
