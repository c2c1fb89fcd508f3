package io.litigation.core.subject;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;

import java.util.ArrayList;
import java.util.List;

/** The mistakes of a request, collected so that all are reported at once. It never holds a value. */
public final class Violations {

    private final List<FieldViolation> violations = new ArrayList<>();

    /**
     * Notes a mistake.
     *
     * @param field path of the field in the request, such as {@code subject.person.id_number}
     * @param reason UPPER_SNAKE, stable, such as ID_NUMBER_INVALID
     * @param description a sentence for people, without the value
     */
    public void add(String field, String reason, String description) {
        violations.add(FieldViolation.newBuilder()
                .setField(field)
                .setReason(reason)
                .setDescription(description)
                .build());
    }

    public boolean isEmpty() {
        return violations.isEmpty();
    }

    public BadRequest toBadRequest() {
        return BadRequest.newBuilder().addAllFieldViolations(violations).build();
    }
}
