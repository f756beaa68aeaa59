package io.cdk8sflink.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.kubernetes.kubeclient.KubernetesJobManagerSpecification;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.HasMetadata;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.client.utils.Serialization;

/** Kubernetes objects as plain JSON: without what is empty, and ConfigMaps without their content. */
final class PodAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PodAnswer() {}

    /** One role may be refused while the other stands. */
    static Object of(Work work) {
        try {
            return work.answer();
        } catch (NoVerdict e) {
            throw e;
        } catch (Exception e) {
            return Map.of("refused", Refusal.describe(e));
        }
    }

    static Object jobManager(KubernetesJobManagerSpecification specification) {
        List<JsonNode> accompanying = new ArrayList<>();
        for (HasMetadata resource : specification.getAccompanyingResources()) {
            ObjectNode node = (ObjectNode) json(resource);
            node.remove(List.of("data", "binaryData"));
            accompanying.add(node);
        }
        return Map.of("deployment", json(specification.getDeployment()), "accompanying", accompanying);
    }

    static JsonNode json(Object resource) {
        try {
            JsonNode node = JSON.readTree(Serialization.asJson(resource));
            prune(node);
            return node;
        } catch (JsonProcessingException e) {
            throw new NoVerdict(Refusal.describe(e));
        }
    }

    /** An empty list, map or object says the same as its absence, and fabric8 drops some of them on its way. */
    private static boolean prune(JsonNode node) {
        var children = node.elements();
        while (children.hasNext()) {
            if (prune(children.next()) && node.isObject()) {
                children.remove();
            }
        }
        return node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    interface Work {
        Object answer() throws Exception;
    }
}
