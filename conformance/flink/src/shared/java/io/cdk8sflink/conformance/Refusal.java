package io.cdk8sflink.conformance;

import java.util.StringJoiner;

/** A refusal in the words of the real classes. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /** The message of the exception and of each of its causes, outermost first. */
    static String describe(Throwable thrown) {
        var messages = new StringJoiner(" <- ");
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            messages.add(message == null ? cause.getClass().getName() : message);
        }
        return messages.toString();
    }
}
