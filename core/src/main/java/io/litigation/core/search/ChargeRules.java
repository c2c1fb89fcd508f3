package io.litigation.core.search;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;

import java.util.Map;

/**
 * What an attempt costs: a charge that the vendor states in its reply, else the operator's rule for the code, else the
 * provider's own table.
 *
 * @param byCode the operator's rules
 */
record ChargeRules(Map<String, Charge> byCode) {

    RawAnswer applyTo(RawAnswer answer) {
        Charge charge = byCode.get(answer.vendorCode());
        return charge == null || answer.chargeStated() ? answer : answer.withCharge(charge);
    }

    ProviderException applyTo(ProviderException failure) {
        Charge charge = byCode.get(failure.vendorCode());
        return charge == null || failure.chargeStated() ? failure : failure.withCharge(charge);
    }
}
