package org.motherlode.ra.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.motherlode.model.pool.SettingException;

/** A certificate with its chain and the private key that belongs to it. */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");
    private static final byte[] PROBE = {1, 2, 3, 4};

    Identity {
        chain = List.copyOf(chain);
    }

    /** Both files, or the sentence that says which is wrong and how. */
    static Identity read(CertificateFiles files) throws SettingException {
        List<X509Certificate> chain = chain(PemBlocks.read(CertificateFiles.CERTIFICATE, files.certificate()));
        PublicKey open = chain.get(0).getPublicKey();
        PemBlocks key = PemBlocks.read(CertificateFiles.KEY, files.key());
        PrivateKey secret = key(key, open.getAlgorithm());
        if (!belongTogether(secret, open)) {
            throw new SettingException(
                    CertificateFiles.KEY,
                    "names a key that is not that of the certificate: " + files.key() + " and " + files.certificate());
        }
        return new Identity(secret, chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** SHA-256 of the certificate's DER form, 64 lower-case hex digits: what XMRig calls {@code tls-fingerprint}. */
    String fingerprint() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException | CertificateException e) {
            throw new IllegalStateException("every Java has SHA-256, and this certificate came from its bytes", e);
        }
    }

    private static List<X509Certificate> chain(PemBlocks pem) throws SettingException {
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] der : pem.of("CERTIFICATE")) {
            try {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException e) {
                throw pem.broken("a certificate that cannot be read");
            }
        }
        if (chain.isEmpty()) {
            throw pem.broken("no certificate in PEM form");
        }
        return chain;
    }

    private static PrivateKey key(PemBlocks pem, String algorithm) throws SettingException {
        List<byte[]> keys = pem.of("PRIVATE KEY");
        if (keys.size() != 1 || !SIGNATURES.containsKey(algorithm)) {
            throw pem.broken("no RSA or EC key as unencrypted PKCS #8 (BEGIN PRIVATE KEY)");
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(keys.get(0)));
        } catch (GeneralSecurityException e) {
            throw pem.broken("no key of the certificate's kind, " + algorithm);
        }
    }

    /** Signs with the one and verifies with the other. */
    private static boolean belongTogether(PrivateKey secret, PublicKey open) {
        try {
            Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(open.getAlgorithm(), ""));
            signature.initSign(secret);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
