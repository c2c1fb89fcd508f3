package io.litigation.sandbox.xinshu;

import io.litigation.sandbox.vendor.Examination;
import io.litigation.sandbox.vendor.Reply;
import io.litigation.sandbox.vendor.Vendor;
import io.litigation.sandbox.wire.HttpCall;
import io.litigation.sandbox.world.Dossier;
import io.litigation.sandbox.world.Matter;
import io.litigation.sandbox.world.Matter.Holder;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** 执行案件一键查: who is enforced against, and who is listed as dishonest. */
public final class XinshuVendor implements Vendor {

    /** Its id in the counters. */
    public static final String ID = "xinshu";

    private final XinshuJson json;
    private final XinshuExaminer examiner;

    /**
     * The vendor with these accounts.
     *
     * @param clock by which signatures are checked and orders numbered
     */
    public XinshuVendor(XinshuAccounts accounts, Clock clock) {
        this.json = new XinshuJson(clock);
        this.examiner = new XinshuExaminer(accounts, clock, json);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String word() {
        return "信数";
    }

    @Override
    public String offering() {
        return "executed-one-key-search";
    }

    @Override
    public String path() {
        return "/ws/repository/executedOneKeySearch";
    }

    @Override
    public Examination examine(HttpCall call) {
        return examiner.examine(call);
    }

    @Override
    public boolean documents(String code) {
        return XinshuCode.of(code).isPresent();
    }

    @Override
    public Reply reply(String code) {
        if (code.equals(XinshuCode.FOUND.code())) {
            return json.success(XinshuCode.FOUND, List.of());
        }
        if (code.equals(XinshuCode.NOTHING_FOUND.code())) {
            return json.success(XinshuCode.NOTHING_FOUND, List.of());
        }
        return json.failure(code, XinshuCode.of(code).map(XinshuCode::message).orElse("未知错误"));
    }

    @Override
    public Reply reply(Dossier dossier) {
        List<Map<String, String>> rows = XinshuRows.of(dossier);
        boolean found = !rows.isEmpty() || dossier.hintsOnly().contains(Holder.XINSHU);
        return json.success(found ? XinshuCode.FOUND : XinshuCode.NOTHING_FOUND, rows);
    }

    @Override
    public Reply endlessReply(Matter matter, long bytes) {
        return json.success(i -> XinshuRows.of(matter.further(i)).findFirst().orElseThrow(), bytes);
    }
}
