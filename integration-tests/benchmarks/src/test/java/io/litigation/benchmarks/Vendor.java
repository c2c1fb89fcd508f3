package io.litigation.benchmarks;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.submail.SubmailModule;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.xinshu.XinshuModule;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A vendor, by what the gateway knows of any: a plug-in, and answers of its own form. */
public enum Vendor {
    XINSHU("executed-one-key-search", "0000") {

        @Override
        ProviderPlugin plugin() {
            return new XinshuModule();
        }

        @Override
        MapSettings settings() {
            return MapSettings.of("base-url", NOWHERE, "api-key", "an-api-key", "private-key", "a-private-key");
        }

        @Override
        byte[] reply(int records) {
            return XinshuReply.of(records);
        }
    },

    SUBMAIL("lawsuit", "02") {

        @Override
        ProviderPlugin plugin() {
            return new SubmailModule();
        }

        @Override
        MapSettings settings() {
            return MapSettings.of("base-url", NOWHERE, "app-id", "an-app-id", "app-key", "an-app-key");
        }

        @Override
        byte[] reply(int records) {
            return SubmailReply.of(records);
        }
    };

    /** When every answer was received. */
    static final Instant RECEIVED = Instant.parse("2026-03-01T02:00:00Z");

    /** Nobody is asked. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final String offering;
    private final String code;

    Vendor(String offering, String code) {
        this.offering = offering;
        this.code = code;
    }

    abstract ProviderPlugin plugin();

    abstract MapSettings settings();

    /** A reply of that many rows. */
    abstract byte[] reply(int records);

    Provider provider() {
        Clock clock = Clock.fixed(RECEIVED, ZoneOffset.UTC);
        return plugin().configure(settings()).create(new ProviderRuntime(clock, Runnable::run));
    }

    RawAnswer answer(ByteString body) {
        return new RawAnswer(
                offering,
                body,
                "application/json",
                "0123456789abcdef",
                code,
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                RECEIVED);
    }
}
