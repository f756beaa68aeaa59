package io.cdk8sflink.conformance;

import org.apache.flink.configuration.MemorySize;

/** Byte counts travel as decimal text, since a JavaScript number loses bytes above 2^53. */
final class Bytes {

    private Bytes() {}

    static String of(MemorySize size) {
        return Long.toString(size.getBytes());
    }

    static String of(long bytes) {
        return Long.toString(bytes);
    }
}
