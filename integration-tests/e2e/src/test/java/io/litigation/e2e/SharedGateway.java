package io.litigation.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One gateway for all tests that ask for it, started by the first. Since they share answers and counters, each test asks
 * about names of its own. The breaker is out of the way: the tests ask for more faults than any vendor has.
 */
final class SharedGateway implements ParameterResolver {

    /** What a vendor may take: longer than any delay that a test asks for, and than a busy machine needs. */
    private static final String TIMEOUT = "30s";

    /** Cap on a vendor's reply. */
    static final int CAP_MIB = 4;

    private static final Namespace NAMESPACE = Namespace.create(SharedGateway.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningGateway.class;
    }

    @Override
    public RunningGateway resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        RunningGateway.class,
                        key -> RunningGateway.start(SharedGateway::configured),
                        RunningGateway.class);
    }

    private static Launch configured(Launch launch) {
        // What the ledger has of the usual margin, a busy machine's disk may take longer than.
        launch.with("server.reply-margin", "1s");
        for (String provider : new String[] {"xinshu", "submail"}) {
            String section = "providers." + provider + ".";
            launch.with(section + "timeout", TIMEOUT)
                    .with(section + "retry-delay", "5ms")
                    .with(section + "rate-per-second", "1000")
                    .with(section + "breaker-failures", "1000")
                    .with(section + "max-response-bytes", Integer.toString(CAP_MIB << 20));
        }
        return launch;
    }
}
