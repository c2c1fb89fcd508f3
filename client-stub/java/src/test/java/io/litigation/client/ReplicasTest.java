package io.litigation.client;

import io.grpc.EquivalentAddressGroup;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Server;
import io.grpc.StatusOr;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A name that stands for several gateways. */
@Timeout(30)
class ReplicasTest {

    private final Replica one = new Replica();
    private final Replica other = new Replica();
    private final TwoAddresses name = new TwoAddresses(one, other);
    private LitigationClient client;

    @BeforeEach
    void connect() {
        NameResolverRegistry.getDefaultRegistry().register(name);
        client = LitigationClients.plaintext("replicas:///gateway").build();
    }

    @AfterEach
    void stop() {
        client.close();
        NameResolverRegistry.getDefaultRegistry().deregister(name);
        one.server.shutdownNow();
        other.server.shutdownNow();
    }

    @Test
    void callsAreSpreadOverAll() {
        searchUntil(one);
        searchUntil(other);

        assertThat(one.service.searches).isNotEmpty();
        assertThat(other.service.searches).isNotEmpty();
    }

    @Test
    void whoSaysThatItDoesNotServeGetsNoMoreCallsAndNoneFails() {
        searchUntil(one);
        searchUntil(other);
        one.health.setStatus(LitigationServiceGrpc.SERVICE_NAME, ServingStatus.NOT_SERVING);

        // Until the client has heard it, calls go to both, and are answered by both.
        int quiet = 0;
        while (quiet < 20) {
            int before = one.service.searches.size();
            search();
            quiet = one.service.searches.size() == before ? quiet + 1 : 0;
        }

        assertThat(other.service.searches).hasSizeGreaterThanOrEqualTo(20);
    }

    /** A connection is made by and by: the first calls may all go to the other one. */
    private void searchUntil(Replica asked) {
        do {
            search();
        } while (asked.service.searches.isEmpty());
    }

    private void search() {
        client.search(SearchRecordsRequest.getDefaultInstance());
    }

    private static final class Replica {

        private final FakeLitigationService service = new FakeLitigationService();
        private final HealthStatusManager health = new HealthStatusManager();
        private final Server server;

        Replica() {
            health.setStatus(LitigationServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
            try {
                server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                        .addService(service)
                        .addService(health.getHealthService())
                        .build()
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        EquivalentAddressGroup address() {
            return new EquivalentAddressGroup(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        }
    }

    /** Names of the scheme {@code replicas} stand for both. */
    private static final class TwoAddresses extends NameResolverProvider {

        private final List<EquivalentAddressGroup> addresses;

        TwoAddresses(Replica one, Replica other) {
            addresses = List.of(one.address(), other.address());
        }

        @Override
        protected boolean isAvailable() {
            return true;
        }

        @Override
        protected int priority() {
            return 5;
        }

        @Override
        public String getDefaultScheme() {
            return "replicas";
        }

        @Override
        public NameResolver newNameResolver(URI target, NameResolver.Args args) {
            return new NameResolver() {
                @Override
                public String getServiceAuthority() {
                    return "gateway";
                }

                @Override
                public void start(Listener2 listener) {
                    listener.onResult(ResolutionResult.newBuilder()
                            .setAddressesOrError(StatusOr.fromValue(addresses))
                            .build());
                }

                @Override
                public void shutdown() {}
            };
        }
    }
}
