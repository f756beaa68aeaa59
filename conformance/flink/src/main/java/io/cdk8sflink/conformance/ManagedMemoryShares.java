package io.cdk8sflink.conformance;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.ManagedMemoryUseCase;
import org.apache.flink.runtime.memory.MemoryManager;
import org.apache.flink.runtime.util.config.memory.ManagedMemoryUtils;

/** What one consumer gets of the managed memory of a slot, with the default weights. */
final class ManagedMemoryShares {

    /** More pages than an int counts are refused. */
    private static final long LARGEST_SLOT = Integer.MAX_VALUE * (long) MemoryManager.DEFAULT_PAGE_SIZE;

    private ManagedMemoryShares() {}

    static Map<String, Object> of(Question question) {
        double share = share(question);
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("share", share);
        shares.put("bytes", Bytes.of(bytes(question.bytes("slotManaged"), share)));
        shares.put("smallestSlot", Bytes.of(smallestSlot(question.bytes("wanted"), share)));
        return shares;
    }

    private static double share(Question question) {
        var consumer = ManagedMemoryUseCase.valueOf(question.text("consumer"));
        var present = EnumSet.of(consumer);
        question.listedTexts("others").forEach(name -> present.add(ManagedMemoryUseCase.valueOf(name)));
        return ManagedMemoryUtils.convertToFractionOfSlot(
                consumer,
                1.0,
                present,
                new Configuration(),
                new Configuration(),
                Optional.of(true),
                ManagedMemoryShares.class.getClassLoader());
    }

    private static long bytes(long slotManaged, double share) {
        return MemoryManager.create(slotManaged, MemoryManager.DEFAULT_PAGE_SIZE).computeMemorySize(share);
    }

    /** By bisection, since Flink never asks it this way round. */
    private static long smallestSlot(long wanted, double share) {
        long tooSmall = -1;
        long enough = LARGEST_SLOT;
        while (enough - tooSmall > 1) {
            long middle = (tooSmall + enough) >>> 1;
            if (bytes(middle, share) >= wanted) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return enough;
    }
}
