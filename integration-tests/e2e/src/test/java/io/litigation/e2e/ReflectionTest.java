package io.litigation.e2e;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.litigation.v1.LitigationServiceGrpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a debugging person with nothing but grpcurl finds. */
@ExtendWith(SharedGateway.class)
class ReflectionTest {

    private final RunningGateway gateway;
    private final ReflectionClient reflection;

    ReflectionTest(RunningGateway gateway) {
        this.gateway = gateway;
        this.reflection = new ReflectionClient(gateway.client().channel());
    }

    @Test
    void listsTheServicesOfCallersAndNoneOfTheOperators() throws InterruptedException {
        assertThat(reflection.services())
                .contains(
                        "litigation.v1.LitigationService",
                        "grpc.health.v1.Health",
                        "grpc.reflection.v1.ServerReflection")
                .noneMatch(service -> service.contains("channelz"));
    }

    @Test
    void fieldViolationsAreReadableWithoutLocalProtos()
            throws InterruptedException, DescriptorValidationException, InvalidProtocolBufferException {
        StatusRuntimeException failure = Objects.requireNonNull(catchThrowableOfType(
                StatusRuntimeException.class, () -> gateway.client().blocking().searchRecords(BadInputTest.BAD)));
        Any detail = Objects.requireNonNull(StatusProto.fromThrowable(failure)).getDetailsList().stream()
                .filter(any -> any.getTypeUrl().endsWith("/google.rpc.BadRequest"))
                .findFirst()
                .orElseThrow();

        Descriptor type = reflection.message("google.rpc.BadRequest");
        DynamicMessage badRequest = DynamicMessage.parseFrom(type, detail.getValue());

        FieldDescriptor violations = type.findFieldByName("field_violations");
        FieldDescriptor field = violations.getMessageType().findFieldByName("field");
        List<?> found = (List<?>) badRequest.getField(violations);
        assertThat(found.stream()
                        .map(violation -> ((Message) violation).getField(field))
                        .collect(Collectors.toList()))
                .contains("subject.person.id_number", "subject.person.mobile");
    }

    @Test
    void theOtherDetailsOfStatusesAreThereToo() throws InterruptedException, DescriptorValidationException {
        for (String type : List.of("google.rpc.ErrorInfo", "google.rpc.RetryInfo", "google.rpc.QuotaFailure")) {
            assertThat(reflection.message(type).getFullName()).isEqualTo(type);
        }
    }

    @Test
    void healthIsToldPerServiceAndAsAWhole() {
        var health = HealthGrpc.newBlockingStub(gateway.client().channel());
        for (String service : List.of("", LitigationServiceGrpc.SERVICE_NAME)) {
            assertThat(health.check(HealthCheckRequest.newBuilder()
                                    .setService(service)
                                    .build())
                            .getStatus())
                    .isEqualTo(ServingStatus.SERVING);
        }
    }
}
