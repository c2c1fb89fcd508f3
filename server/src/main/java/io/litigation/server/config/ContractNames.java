package io.litigation.server.config;

import io.litigation.v1.PurposeCode;
import io.litigation.v1.RecordView;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values of the contract by the names that they have in the configuration: the contract's own without the enum's. */
final class ContractNames {

    static final Map<String, PurposeCode> PURPOSES = names(PurposeCode.values(), "PURPOSE_CODE_");
    static final Map<String, RecordView> VIEWS = names(RecordView.values(), "RECORD_VIEW_");

    private ContractNames() {}

    private static <E extends Enum<E>> Map<String, E> names(E[] values, String prefix) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : values) {
            String name = value.name();
            if (name.startsWith(prefix) && !name.endsWith("_UNSPECIFIED")) {
                names.put(name.substring(prefix.length()), value);
            }
        }
        return names;
    }
}
