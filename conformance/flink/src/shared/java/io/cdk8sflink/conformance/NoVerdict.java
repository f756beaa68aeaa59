package io.cdk8sflink.conformance;

/** The oracle cannot answer this question, which is neither an acceptance nor a refusal. */
final class NoVerdict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoVerdict(String message) {
        super(message);
    }
}
