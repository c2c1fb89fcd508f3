package io.litigation.sandbox;

import io.litigation.sandbox.calls.CallLog;
import io.litigation.sandbox.calls.Fingerprint;
import io.litigation.sandbox.calls.VendorCalls;
import io.litigation.sandbox.fault.FaultCounts;
import io.litigation.sandbox.submail.SubmailVendor;
import io.litigation.sandbox.vendor.Vendor;
import io.litigation.sandbox.wire.WireServer;
import io.litigation.sandbox.xinshu.XinshuVendor;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Both vendors, simulated on one port over plain HTTP, each under its documented path:
 * {@code /ws/repository/executedOneKeySearch} for Xinshu, {@code /factor/lawsuit} and {@code /service/timestamp} for
 * SUBMAIL, and the counters under {@code /sandbox/calls}. It writes no log: a name appears nowhere but in its answers.
 */
public final class SandboxServer implements AutoCloseable {

    private final WireServer wire;
    private final CallLog log;
    private final FaultCounts faultCounts;

    private SandboxServer(WireServer wire, CallLog log, FaultCounts faultCounts) {
        this.wire = wire;
        this.log = log;
        this.faultCounts = faultCounts;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the address cannot be had, for instance because its port is taken
     */
    public static SandboxServer start(SandboxOptions options) throws IOException {
        CallLog log = new CallLog();
        FaultCounts faultCounts = new FaultCounts();
        List<Vendor> vendors = List.of(
                new XinshuVendor(options.xinshu(), options.clock()),
                new SubmailVendor(options.submail(), options.clock()));
        SandboxDesk desk = new SandboxDesk(vendors, faultCounts, log, options.clock(), options.delay());
        return new SandboxServer(WireServer.start(options.address(), desk), log, faultCounts);
    }

    /** The port that it got. */
    public int port() {
        return wire.address().getPort();
    }

    /** Scheme, host and port, the same for both vendors: what a vendor's {@code base-url} wants. */
    public URI baseUrl() {
        InetAddress host = wire.address().getAddress();
        String literal = host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
        return URI.create("http://" + literal + ":" + port());
    }

    /**
     * The calls of a vendor since the start or the last reset.
     *
     * @param vendor {@code xinshu} or {@code submail}
     */
    public VendorCalls calls(String vendor) {
        return log.of(known(vendor));
    }

    /** The calls of a vendor that it accepted as being about this name, magic words included. */
    public VendorCalls calls(String vendor, String name) {
        return log.of(known(vendor), Fingerprint.of(name));
    }

    /** All counters are zero again, and faults that had recovered strike anew. */
    public void reset() {
        log.reset();
        faultCounts.reset();
    }

    /** Stops listening and drops every connection, the stalled ones too. */
    @Override
    public void close() {
        wire.close();
    }

    /** A mistyped vendor would have no calls, which a test could take for good news. */
    private static String known(String vendor) {
        if (vendor.equals(XinshuVendor.ID) || vendor.equals(SubmailVendor.ID)) {
            return vendor;
        }
        throw new IllegalArgumentException("no such vendor: " + vendor);
    }
}
