package io.cdk8sflink.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;

/** The RocksDB state backend, whose package was renamed in Flink 2.0. */
final class RocksDbClasses {

    private static final String PACKAGE_OF_FLINK_1 = "org.apache.flink.contrib.streaming.state.";
    private static final String PACKAGE_OF_FLINK_2 = "org.apache.flink.state.rocksdb.";

    private static final Class<?> RATIOS = find("RocksDBMemoryConfiguration");
    private static final Constructor<?> NO_RATIOS;
    private static final Reflected RATIOS_FROM =
            Reflected.method(RATIOS, "fromOtherAndConfiguration", RATIOS, ReadableConfig.class);
    private static final Method VALIDATE;

    static {
        try {
            NO_RATIOS = RATIOS.getConstructor();
            VALIDATE = RATIOS.getMethod("validate");
        } catch (NoSuchMethodException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private RocksDbClasses() {}

    static Class<?> find(String name) {
        try {
            return Class.forName(PACKAGE_OF_FLINK_2 + name);
        } catch (ClassNotFoundException e) {
            return findInFlink1(name);
        }
    }

    private static Class<?> findInFlink1(String name) {
        try {
            return Class.forName(PACKAGE_OF_FLINK_1 + name);
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(name);
        }
    }

    /** Reads and checks the ratios as the state backend does when it takes over the configuration. */
    static void refuseRatios(double writeBuffer, double highPriorityPool) throws Exception {
        var configuration = new Configuration();
        configuration.setString("state.backend.rocksdb.memory.write-buffer-ratio", Double.toString(writeBuffer));
        configuration.setString("state.backend.rocksdb.memory.high-prio-pool-ratio", Double.toString(highPriorityPool));
        Object ratios = RATIOS_FROM.call(NO_RATIOS.newInstance(), configuration);
        try {
            VALIDATE.invoke(ratios);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException refusal ? refusal : e;
        }
    }
}
