package io.litigation.sandbox;

import io.litigation.sandbox.calls.CallLog;
import io.litigation.sandbox.calls.Fingerprint;
import io.litigation.sandbox.calls.VendorCalls;
import io.litigation.sandbox.fault.FaultCounts;
import io.litigation.sandbox.submail.SubmailVendor;
import io.litigation.sandbox.vendor.Vendor;
import io.litigation.sandbox.wire.Answer;
import io.litigation.sandbox.wire.Delivery;
import io.litigation.sandbox.wire.HttpCall;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends each call where its path leads: to a vendor, to SUBMAIL's clock, or to the counters. */
final class SandboxDesk implements Function<HttpCall, Delivery> {

    private static final String CALLS = "/sandbox/calls";
    private static final String RESET = "/sandbox/reset";
    private static final String TIMESTAMP = "/service/timestamp";

    private final ObjectMapper json = JsonMapper.shared();
    private final List<Vendor> vendors;
    private final VendorDesk vendorDesk;
    private final FaultCounts faultCounts;
    private final CallLog log;
    private final Clock clock;
    private final Duration delay;

    SandboxDesk(List<Vendor> vendors, FaultCounts faultCounts, CallLog log, Clock clock, Duration delay) {
        this.vendors = vendors;
        this.vendorDesk = new VendorDesk(faultCounts, log, clock);
        this.faultCounts = faultCounts;
        this.log = log;
        this.clock = clock;
        this.delay = delay;
    }

    @Override
    public Delivery apply(HttpCall call) {
        for (Vendor vendor : vendors) {
            if (call.path().equals(vendor.path())) {
                return only("POST", call, () -> vendorDesk.serve(vendor, call).delayedBy(delay));
            }
        }
        return switch (call.path()) {
            case TIMESTAMP -> only("GET", call, this::timestamp);
            case CALLS -> answer(counters(call));
            case RESET -> only("POST", call, this::reset);
            default -> Delivery.of(Answer.page(404, "404 Not Found"));
        };
    }

    private Delivery timestamp() {
        log.given(SubmailVendor.ID, "timestamp");
        return answer(Map.of("timestamp", clock.instant().getEpochSecond()));
    }

    private Delivery reset() {
        log.reset();
        faultCounts.reset();
        return answer(Map.of());
    }

    /** All calls, or those about a subject, given by {@code name} or by its fingerprint {@code subject}. */
    private Map<String, VendorCalls> counters(HttpCall call) {
        Optional<String> subject = call.parameter("name").map(Fingerprint::of).or(() -> call.parameter("subject"));
        Map<String, VendorCalls> counters = new LinkedHashMap<>();
        for (Vendor vendor : vendors) {
            counters.put(
                    vendor.id(),
                    subject.map(fingerprint -> log.of(vendor.id(), fingerprint)).orElseGet(() -> log.of(vendor.id())));
        }
        return counters;
    }

    private Delivery answer(Object value) {
        return Delivery.of(Answer.json(200, json.writeValueAsString(value)));
    }

    private static Delivery only(String method, HttpCall call, Supplier<Delivery> delivery) {
        return call.method().equals(method)
                ? delivery.get()
                : Delivery.of(Answer.page(405, "405 Method Not Allowed").withHeader("Allow", method));
    }
}
