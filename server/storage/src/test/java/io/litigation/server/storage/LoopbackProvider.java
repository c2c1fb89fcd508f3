package io.litigation.server.storage;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.core.subject.Subject;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.Charge;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Asks a {@link LoopbackVendor} about companies by their names.
 *
 * @param padding bytes that a request is longer by
 * @param whenAnswered when an answer is there and nobody knows of it yet
 */
record LoopbackProvider(int port, Clock clock, Executor threads, int padding, Runnable whenAnswered)
        implements Provider {

    static final String NAME = "loopback";

    private static final Offering OFFERING = new Offering(
            "cases",
            Set.of(RecordCategory.RECORD_CATEGORY_ENFORCEMENT),
            Map.of(
                    SubjectKind.SUBJECT_KIND_ORGANIZATION,
                    new Offering.SubjectFields(Set.of(SubjectField.NAME), Set.of())),
            Samples.HALF_A_YUAN);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "Vendor beyond a socket";
    }

    /** The same account and address in every process, though the port changes: or it were another question. */
    @Override
    public VendorAccount account() {
        return new VendorAccount(URI.create("https://loopback.example"), Secret.of("account"));
    }

    @Override
    public List<Offering> offerings() {
        return List.of(OFFERING);
    }

    @Override
    public CompletableFuture<RawAnswer> fetch(ProviderRequest request, PaidCalls calls) {
        return calls.call(attempt ->
                CompletableFuture.supplyAsync(() -> exchange(request.subject().name()), threads));
    }

    private RawAnswer exchange(String question) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            out.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            out.write(("-".repeat(padding) + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = lines.readLine();
            if (answer == null) {
                throw new IOException("cut");
            }
            whenAnswered.run();
            return answered(answer);
        } catch (IOException e) {
            throw ProviderException.of(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN)
                    .cause(e)
                    .build();
        }
    }

    private RawAnswer answered(String text) {
        return new RawAnswer(
                OFFERING.name(),
                ByteString.copyFromUtf8(text),
                "text/plain",
                "ref",
                "0001",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                clock.instant());
    }

    @Override
    public ProviderAnswer map(RawAnswer answer, Subject subject) {
        return new ProviderAnswer(Verdict.NO_RECORDS, List.of(), List.of());
    }

    @Override
    public int mapperVersion() {
        return 1;
    }

    @Override
    public void close() {}
}
