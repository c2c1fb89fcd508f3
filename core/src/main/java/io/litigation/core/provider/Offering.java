package io.litigation.core.provider;

import com.google.type.Money;
import io.litigation.core.subject.SubjectField;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SubjectKind;

import java.util.Map;
import java.util.Set;

/**
 * One thing that a provider sells: the unit that is planned, priced, shared, stored and ledgered.
 *
 * @param name unique within the provider, lower-case kebab-case
 * @param categories what it answers with
 * @param subjects by kind of subject, which fields it needs; kinds that are missing it does not serve
 * @param price list price of one call
 */
public record Offering(
        String name, Set<RecordCategory> categories, Map<SubjectKind, SubjectFields> subjects, Money price) {

    public Offering {
        categories = Set.copyOf(categories);
        subjects = Map.copyOf(subjects);
    }

    /**
     * The fields of a subject that an offering sees. It never sees others.
     *
     * @param required without these it is not asked
     * @param optional these it gets where the caller gave them
     */
    public record SubjectFields(Set<SubjectField> required, Set<SubjectField> optional) {

        public SubjectFields {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }

        public boolean declares(SubjectField field) {
            return required.contains(field) || optional.contains(field);
        }
    }
}
