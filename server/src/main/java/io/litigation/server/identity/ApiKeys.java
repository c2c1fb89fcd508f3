package io.litigation.server.identity;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.litigation.server.config.CallerConfig;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Tells callers by their API keys, {@code authorization: Bearer}, of which it knows the SHA-256 only.
 *
 * <p>A plain look-up by hash gives nothing away by the time that it takes: what is compared is a hash that nobody can
 * steer digit by digit towards one of ours, and who guessed one would still need the key behind it. The hash is neither
 * salted nor slow, which is right for random keys and wrong for words; so keys that are too short to be random are refused
 * whatever they are.
 */
public final class ApiKeys implements Authenticator {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 32;
    private static final int LONGEST = 512;
    private static final Finding MISSING = new Finding.Missing();
    private static final Finding REJECTED = new Finding.Rejected();

    private final Map<HashCode, Finding> byHash;

    private ApiKeys(Map<HashCode, Finding> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    public static ApiKeys of(List<CallerConfig> callers) {
        Map<HashCode, Finding> byHash = new HashMap<>();
        for (CallerConfig caller : callers) {
            Finding known = new Finding.Known(new Identity(caller.caller()));
            caller.keys().forEach(hash -> byHash.put(hash, known));
        }
        return new ApiKeys(byHash);
    }

    @Override
    public Finding authenticate(Metadata headers, Attributes transport) {
        Iterable<String> values = headers.getAll(AUTHORIZATION);
        if (values == null) {
            return MISSING;
        }
        Iterator<String> each = values.iterator();
        String value = each.next();
        // Of two, a proxy on the way may have looked at the other.
        if (each.hasNext() || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return REJECTED;
        }
        String key = value.substring(SCHEME.length()).strip();
        if (key.length() < SHORTEST || key.length() > LONGEST) {
            return REJECTED;
        }
        return byHash.getOrDefault(Hashing.sha256().hashString(key, StandardCharsets.UTF_8), REJECTED);
    }
}
