package io.litigation.core.provider;

import java.net.URI;

/**
 * The account that is billed and the address at which it is asked. Two accounts, or a simulated and a real address, are
 * never the same question.
 *
 * @param address scheme and host
 * @param credential what names the account at the vendor: API key or app id
 */
public record VendorAccount(URI address, Secret credential) {}
