package io.litigation.sandbox.submail;

import io.litigation.sandbox.vendor.Examination;
import io.litigation.sandbox.vendor.Reply;
import io.litigation.sandbox.vendor.Vendor;
import io.litigation.sandbox.wire.HttpCall;
import io.litigation.sandbox.world.Dossier;
import io.litigation.sandbox.world.Matter;
import io.litigation.sandbox.world.Matter.Holder;
import io.litigation.sandbox.world.Party;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** 个人诉讼信息查询: everything that courts publish about a person. */
public final class SubmailVendor implements Vendor {

    /** Its id in the counters. */
    public static final String ID = "submail";

    private final SubmailJson json;
    private final SubmailExaminer examiner;

    /**
     * The vendor with these accounts.
     *
     * @param clock by which timestamps are checked
     */
    public SubmailVendor(SubmailAccounts accounts, Clock clock) {
        this.json = new SubmailJson(clock);
        this.examiner = new SubmailExaminer(accounts, clock, json);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String word() {
        return "赛邮";
    }

    @Override
    public String offering() {
        return "lawsuit";
    }

    @Override
    public String path() {
        return "/factor/lawsuit";
    }

    @Override
    public Examination examine(HttpCall call) {
        return examiner.examine(call);
    }

    @Override
    public boolean documents(String code) {
        return code.equals(SubmailJson.NOTHING_FOUND)
                || code.equals(SubmailJson.FOUND)
                || SubmailCode.of(code).isPresent();
    }

    @Override
    public Reply reply(String code) {
        if (code.equals(SubmailJson.NOTHING_FOUND)) {
            return json.records(Map.of());
        }
        if (code.equals(SubmailJson.FOUND)) {
            return json.unpublished();
        }
        Optional<SubmailCode> known = SubmailCode.of(code);
        return known.map(json::failure).orElseGet(() -> json.failure(Integer.parseInt(code), "Unknown error."));
    }

    /** Persons only: a company, whose name somebody sent as a person's, has nothing here. */
    @Override
    public Reply reply(Dossier dossier) {
        if (dossier.hintsOnly().contains(Holder.SUBMAIL)) {
            return json.unpublished();
        }
        return json.records(dossier.subject() instanceof Party.Person ? SubmailCategories.of(dossier) : Map.of());
    }

    @Override
    public Reply endlessReply(Matter matter, long bytes) {
        return json.enforcements(
                i -> {
                    Matter another = matter.further(i);
                    return EnforcementNotices.zxgg(another, another.rounds().get(0));
                },
                bytes);
    }
}
