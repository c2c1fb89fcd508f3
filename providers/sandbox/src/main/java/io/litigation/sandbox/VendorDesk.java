package io.litigation.sandbox;

import io.litigation.sandbox.calls.CallLog;
import io.litigation.sandbox.calls.Fingerprint;
import io.litigation.sandbox.fault.Fault;
import io.litigation.sandbox.fault.FaultCounts;
import io.litigation.sandbox.fault.FaultWords;
import io.litigation.sandbox.vendor.Examination;
import io.litigation.sandbox.vendor.Examination.Accepted;
import io.litigation.sandbox.vendor.Examination.Refused;
import io.litigation.sandbox.vendor.Reply;
import io.litigation.sandbox.vendor.Vendor;
import io.litigation.sandbox.wire.Answer;
import io.litigation.sandbox.wire.Delivery;
import io.litigation.sandbox.wire.HttpCall;
import io.litigation.sandbox.world.Dossier;
import io.litigation.sandbox.world.Inquiry;
import io.litigation.sandbox.world.World;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Takes a call to what a vendor sells: the vendor examines it, the world is asked, the faults in the name are done to
 * the answer, and it is counted before its first byte leaves.
 */
final class VendorDesk {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final World world = new World();
    private final FaultCounts faultCounts;
    private final CallLog log;
    private final Clock clock;

    VendorDesk(FaultCounts faultCounts, CallLog log, Clock clock) {
        this.faultCounts = faultCounts;
        this.log = log;
        this.clock = clock;
    }

    Delivery serve(Vendor vendor, HttpCall call) {
        Examination examination = vendor.examine(call);
        if (examination instanceof Accepted accepted) {
            return serve(vendor, accepted);
        }
        Reply refusal = ((Refused) examination).refusal();
        log.sold(vendor.id(), vendor.offering(), refusal.code(), refusal.billed(), null);
        return delivery(refusal);
    }

    private Delivery serve(Vendor vendor, Accepted accepted) {
        String subject = Fingerprint.of(accepted.name());
        List<Fault> faults =
                faultCounts.strike(vendor.id(), subject, FaultWords.in(accepted.name(), vendor.word(), vendor.path()));
        Reply reply = reply(vendor, accepted, faults);
        String code = reply.code();
        boolean billed = reply.billed();
        Delivery delivery = delivery(reply);
        for (Fault fault : faults) {
            if (fault instanceof Fault.OnTheWire onTheWire) {
                delivery = onTheWire.applyTo(delivery);
                code = onTheWire.label().orElse(code);
                billed &= onTheWire.leavesTheBill();
            }
        }
        log.sold(vendor.id(), vendor.offering(), code, billed, subject);
        return delivery;
    }

    private Reply reply(Vendor vendor, Accepted accepted, List<Fault> faults) {
        for (Fault fault : faults) {
            if (fault instanceof Fault.Code code && (code.forced() || vendor.documents(code.code()))) {
                return vendor.reply(code.code());
            }
        }
        String idNumber = accepted.idNumber().toUpperCase(Locale.ROOT);
        Inquiry inquiry =
                new Inquiry(accepted.name(), FaultWords.without(accepted.name()), idNumber.isEmpty() ? null : idNumber);
        Dossier dossier = world.dossier(inquiry, LocalDate.now(clock.withZone(BEIJING)));
        for (Fault fault : faults) {
            if (fault instanceof Fault.Huge huge) {
                return vendor.endlessReply(world.enforcedMatter(dossier), huge.bytes());
            }
        }
        return vendor.reply(dossier);
    }

    private static Delivery delivery(Reply reply) {
        return Delivery.of(Answer.json(200, reply.json()));
    }
}
