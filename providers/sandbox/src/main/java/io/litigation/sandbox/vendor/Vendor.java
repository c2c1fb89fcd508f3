package io.litigation.sandbox.vendor;

import io.litigation.sandbox.wire.HttpCall;
import io.litigation.sandbox.world.Dossier;
import io.litigation.sandbox.world.Matter;

/** One simulated vendor, as its document describes it. */
public interface Vendor {

    /** Its id, such as {@code xinshu}. */
    String id();

    /** Its word in magic names, such as 信数. */
    String word();

    /** What it sells. */
    String offering();

    /** The documented path of the offering. */
    String path();

    /** Checks credentials, signature and parameters, in the vendor's order. */
    Examination examine(HttpCall call);

    /** Whether its document knows the code. */
    boolean documents(String code);

    /** An answer with this code and without a record. */
    Reply reply(String code);

    /** The answer about a subject. */
    Reply reply(Dossier dossier);

    /**
     * An answer of at least this many bytes, streamed: the given dispute again and again under other numbers.
     */
    Reply endlessReply(Matter matter, long bytes);
}
