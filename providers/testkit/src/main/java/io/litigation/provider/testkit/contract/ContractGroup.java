package io.litigation.provider.testkit.contract;

import io.litigation.provider.testkit.VendorServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

import java.util.Collection;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A part of the contract: tests of one matter, each with a vendor and a provider of its own. */
abstract class ContractGroup {

    private final VendorContract suite;
    private @Nullable Bench bench;

    ContractGroup(VendorContract suite) {
        this.suite = suite;
    }

    @BeforeEach
    final void open() {
        bench = new Bench(suite);
    }

    @AfterEach
    final void close() {
        bench().close();
    }

    /** What the vendor's own class says. */
    final VendorContract suite() {
        return suite;
    }

    final Bench bench() {
        return Objects.requireNonNull(bench);
    }

    final VendorServer vendor() {
        return bench().vendor();
    }

    /** The first of the vendor's questions, where one is as good as another. */
    final VendorQuestion question() {
        return suite.questions().get(0);
    }

    /** A test for each of some things, of which there must be one at least, with a vendor of its own. */
    final <T> Stream<DynamicTest> each(Collection<T> things, BiConsumer<Bench, T> test) {
        if (things.isEmpty()) {
            throw new AssertionError("nothing to test");
        }
        return things.stream()
                .map(thing -> DynamicTest.dynamicTest(thing.toString(), () -> {
                    try (Bench own = new Bench(suite)) {
                        test.accept(own, thing);
                    }
                }));
    }
}
