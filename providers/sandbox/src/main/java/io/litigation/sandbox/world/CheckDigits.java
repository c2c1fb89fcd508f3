package io.litigation.sandbox.world;

/** Check digits of made-up identifiers, so that they pass wherever real ones do. */
final class CheckDigits {

    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CheckDigits() {}

    /** A resident id (GB 11643) from its first 17 digits. */
    static String residentId(String digits) {
        return digits + "10X98765432".charAt(weighted(digits, RESIDENT_WEIGHTS) % 11);
    }

    /** An organisation code (GB 11714) from its first 8 digits. */
    static String organizationCode(String digits) {
        int check = 11 - weighted(digits, ORGANIZATION_WEIGHTS) % 11;
        return digits + (check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check));
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
