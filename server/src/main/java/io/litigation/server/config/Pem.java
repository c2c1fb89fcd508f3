package io.litigation.server.config;

import io.grpc.util.CertificateUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What PEM files hold. Its exceptions quote nothing: what the parsers say may show a part of a key. */
public final class Pem {

    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519");

    private Pem() {}

    /** The certificates of a file, at least one. */
    public static List<X509Certificate> certificates(byte[] file) throws PemException {
        try {
            List<X509Certificate> certificates =
                    List.of(CertificateUtils.getX509Certificates(new ByteArrayInputStream(file)));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException | RuntimeException e) {
            // Said below.
        }
        throw new PemException("there is no PEM certificate, or a damaged one");
    }

    /** The key of a file. The parser throws unchecked exceptions too, and takes no blanks at the ends of lines. */
    public static PrivateKey privateKey(byte[] file) throws PemException {
        String text = new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        try {
            return CertificateUtils.getPrivateKey(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new PemException("there is no PEM private key in PKCS #8 form, or a damaged one");
        }
    }

    /** Whether what the key signs is what the certificate's key verifies. */
    public static boolean belongTogether(X509Certificate certificate, PrivateKey privateKey) {
        PublicKey publicKey = certificate.getPublicKey();
        if (!publicKey.getAlgorithm().equals(privateKey.getAlgorithm())) {
            return false;
        }
        String algorithm = SIGNATURES.get(publicKey.getAlgorithm());
        if (algorithm == null) {
            return true;
        }
        try {
            byte[] probe = new byte[Byte.SIZE];
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
