package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;

import java.util.List;

/** Case numbers (案号), by the 2016 rules of the Supreme People's Court and the spellings that vendors use. */
public final class CaseNumbers {

    private CaseNumbers() {}

    /**
     * Reads a field that holds case numbers.
     *
     * @param raw the vendor's text
     * @return empty if the text says nothing (empty, {@code -}, 暂无 …); else one number, or several where the text holds
     *     several. What can't be read is a number of another kind that keeps the text, never dropped.
     */
    public static List<CaseNumber> read(String raw) {
        return CaseNumberReader.read(raw);
    }
}
