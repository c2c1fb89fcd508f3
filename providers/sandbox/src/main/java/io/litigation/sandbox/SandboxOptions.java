package io.litigation.sandbox;

import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * How a sandbox is started.
 *
 * @param address where to listen; port 0 takes a free one
 * @param clock the vendors' clock: Xinshu's date, SUBMAIL's time window, the days of hearings
 * @param delay before every answer of a vendor
 * @param xinshu its accounts
 * @param submail its accounts
 */
public record SandboxOptions(
        InetSocketAddress address, Clock clock, Duration delay, XinshuAccounts xinshu, SubmailAccounts submail) {

    /** On the loopback at a free port, by the system's clock, without delay, with the simulated accounts. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Clock.systemUTC(),
                Duration.ZERO,
                XinshuAccounts.simulated(),
                SubmailAccounts.simulated());
    }

    /** The same at another port. */
    public SandboxOptions withPort(int port) {
        return new SandboxOptions(new InetSocketAddress(address.getAddress(), port), clock, delay, xinshu, submail);
    }

    /** The same by another clock. */
    public SandboxOptions withClock(Clock other) {
        return new SandboxOptions(address, other, delay, xinshu, submail);
    }

    /** The same with every answer begun later by this much. */
    public SandboxOptions withDelay(Duration other) {
        return new SandboxOptions(address, clock, other, xinshu, submail);
    }
}
