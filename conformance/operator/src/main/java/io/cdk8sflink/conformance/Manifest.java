package io.cdk8sflink.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/** A resource as the operator reads it. */
final class Manifest {

    private Manifest() {}

    static <T extends HasMetadata> T read(JsonNode manifest, Class<T> kind) throws Refusal {
        T resource = parse(manifest, kind);
        if (resource.getMetadata() == null) {
            throw new Refusal("unreadable: metadata is null");
        }
        if (resource.getMetadata().getNamespace() == null) {
            // The API server would have filled it in before the rules see it.
            resource.getMetadata().setNamespace("default");
        }
        return resource;
    }

    private static <T> T parse(JsonNode manifest, Class<T> kind) throws Refusal {
        try {
            return Serialization.unmarshal(manifest.toString(), kind);
        } catch (RuntimeException e) {
            throw new Refusal("unreadable: " + Refusal.describe(e));
        }
    }
}
